package org.hearth.lambda.members;

/**
 * Who vouches for people: one for members, one for staff.
 *
 * @param url as it stands in the tokens
 * @param staff whether roles may come from it
 */
public record Issuer(String url, String clientId, boolean staff) {}
