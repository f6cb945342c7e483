package org.hearth.local.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The sign-in page: checks what the forum asks for, offers people, and turns the choice into a login at the OIDC mock. */
final class SignIn {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String callback;
    private final List<Persona> personas;

    SignIn(String callback, List<Persona> personas) {
        this.callback = callback;
        this.personas = List.copyOf(personas);
    }

    /** What comes next: show the page, log in with a form for the mock, or refuse with a sentence. */
    sealed interface Step {
        record Page(Map<String, ?> values) implements Step {
        }

        record Login(String form) implements Step {
        }

        record Refused(String reason) implements Step {
        }
    }

    Step asked(URI request, boolean staff) {
        Map<String, String> query = form(request.getRawQuery());
        if (!callback.equals(query.get("redirect_uri"))) {
            return new Step.Refused("This sign-in only sends people back to " + callback + ".");
        }
        if (!Issuer.CLIENT.equals(query.get("client_id"))) {
            return new Step.Refused("This sign-in only knows the client " + Issuer.CLIENT + ".");
        }
        if (!"code".equals(query.get("response_type")) || !"S256".equals(query.get("code_challenge_method"))
                || query.getOrDefault("code_challenge", "").isEmpty() || query.getOrDefault("state", "").isEmpty()) {
            return new Step.Refused("A sign-in needs response_type=code, a state and a PKCE challenge by S256.");
        }
        List<Map<String, String>> offered = personas.stream().filter(persona -> persona.role().isStaff() == staff)
                .map(persona -> Map.of("name", persona.name(), "role", persona.role().word(), "about", persona.about())).toList();
        return new Step.Page(Map.of("staff", staff, "personas", offered));
    }

    Step submitted(URI request, boolean staff, String body) {
        if (asked(request, staff) instanceof Step.Refused refused) {
            return refused;
        }
        Map<String, String> form = form(body);
        String name = form.getOrDefault("name", "").strip();
        if (staff && name.isEmpty()) {
            return new Step.Refused("Staff are known by name here: give one.");
        }
        Role role;
        try {
            role = staff ? Role.of(form.getOrDefault("role", "moderator")) : Role.MEMBER;
        } catch (IllegalArgumentException e) {
            return new Step.Refused("The role must be moderator, lead or admin.");
        }
        if (role.isStaff() != staff) {
            return new Step.Refused("Staff sign in as moderator, lead or admin.");
        }
        ObjectNode claims = JSON.createObjectNode();
        role.groups().forEach(claims.putArray("cognito:groups")::add);
        return new Step.Login("username=" + subject(staff, name) + "&claims="
                + URLEncoder.encode(claims.toString(), StandardCharsets.UTF_8));
    }

    /** The same name is the same person in every run; no name is somebody new. */
    private static String subject(boolean staff, String name) {
        if (name.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        String known = (staff ? "staff/" : "members/") + name.toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        if (text != null) {
            for (String pair : text.split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
