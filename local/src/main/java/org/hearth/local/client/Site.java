package org.hearth.local.client;

import java.net.URI;

/** Where the Hearth is that a command talks to. */
public final class Site {
    private Site() {
    }

    /**
     * {@code $HEARTH}, else port 8080 of this machine.
     *
     * @throws SignInException if it is no address
     */
    public static URI address() {
        String given = System.getenv().getOrDefault("HEARTH", "http://localhost:8080").strip();
        try {
            URI address = URI.create(given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
            if (address.getHost() != null && address.getScheme().startsWith("http")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // The sentence below says it.
        }
        throw new SignInException("HEARTH must be an address such as http://localhost:8080, not " + given + ".");
    }
}
