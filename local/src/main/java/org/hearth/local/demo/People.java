package org.hearth.local.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hearth.local.client.HearthClient;
import org.hearth.local.issuer.Persona;

/** The people of the demo, signed in. */
final class People {
    private static final int NEW_UNTIL = 3;

    private final URI site;
    private final List<Persona> personas;
    private final Map<String, HearthClient> clients = new ConcurrentHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Integer> published = new HashMap<>();
    private final Set<String> joined = new HashSet<>();

    People(URI site, List<Persona> personas) {
        this.site = site;
        this.personas = personas;
    }

    void signIn() {
        personas.parallelStream().forEach(persona ->
                clients.put(persona.name(), HearthClient.signedIn(site, persona.name(), persona.role())));
    }

    void join(String name) {
        get(name).joinedAs(name);
        ids.put(name, Seed.expect(get(name).get("/api/me"), name + " joining").path("id").asText());
        joined.add(name);
    }

    boolean hasJoined(String name) {
        return joined.contains(name);
    }

    String id(String name) {
        return ids.get(name);
    }

    HearthClient get(String name) {
        HearthClient client = clients.get(name);
        if (client == null) {
            throw new IllegalStateException("The demo names " + name + ", who is not among its people.");
        }
        return client;
    }

    /** Whether the next post of this person may be held because they are new. */
    boolean isNew(String name) {
        boolean staff = personas.stream().anyMatch(persona -> persona.name().equals(name) && persona.role().isStaff());
        return !staff && published.getOrDefault(name, 0) < NEW_UNTIL;
    }

    void published(String name) {
        published.merge(name, 1, Integer::sum);
    }
}
