package org.hearth.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.local.template.Template;

/** The headers that CloudFront puts on every response, read from the template's response headers policy. */
final class SecurityHeaders {
    private static final String POLICY = "SecurityHeaders";

    private final List<Header> headers = new ArrayList<>();

    static SecurityHeaders of(Template template) {
        SecurityHeaders result = new SecurityHeaders();
        template.resource(POLICY).map(policy -> policy.path("ResponseHeadersPolicyConfig")).ifPresent(result::read);
        return result;
    }

    void putOn(Map<String, String> response) {
        for (Header header : headers) {
            if (header.overrides() || !response.containsKey(header.name())) {
                response.put(header.name(), header.value());
            }
        }
    }

    private void read(JsonNode config) {
        JsonNode security = config.path("SecurityHeadersConfig");
        add("content-security-policy", security.path("ContentSecurityPolicy"), "ContentSecurityPolicy");
        add("x-frame-options", security.path("FrameOptions"), "FrameOption");
        add("referrer-policy", security.path("ReferrerPolicy"), "ReferrerPolicy");
        JsonNode sniffing = security.path("ContentTypeOptions");
        if (!sniffing.isMissingNode()) {
            headers.add(new Header("x-content-type-options", "nosniff", sniffing.path("Override").asBoolean()));
        }
        JsonNode transport = security.path("StrictTransportSecurity");
        if (!transport.isMissingNode()) {
            String value = "max-age=" + transport.path("AccessControlMaxAgeSec").asText()
                    + (transport.path("IncludeSubdomains").asBoolean() ? "; includeSubDomains" : "")
                    + (transport.path("Preload").asBoolean() ? "; preload" : "");
            headers.add(new Header("strict-transport-security", value, transport.path("Override").asBoolean()));
        }
        config.path("CustomHeadersConfig").path("Items").forEach(item -> headers.add(new Header(
                item.path("Header").asText().toLowerCase(java.util.Locale.ROOT), item.path("Value").asText(),
                item.path("Override").asBoolean())));
    }

    private void add(String name, JsonNode spec, String property) {
        if (!spec.isMissingNode()) {
            headers.add(new Header(name, spec.path(property).asText(), spec.path("Override").asBoolean()));
        }
    }

    private record Header(String name, String value, boolean overrides) {
    }
}
