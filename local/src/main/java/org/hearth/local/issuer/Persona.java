package org.hearth.local.issuer;

/**
 * Somebody whom the sign-in page offers.
 *
 * @param about one line that helps to choose
 */
public record Persona(String name, Role role, String about) {
}
