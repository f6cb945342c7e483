package org.hearth.local.faults;

import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells an endpoint that can go wrong which invocation calls. The functions run as they are deployed and know nothing of it; the
 * JDK's HTTP client asks its cookie handler on the thread that calls, and an endpoint of AWS's would ignore a cookie.
 */
final class InvocationCookies extends CookieHandler {
    static final String NAME = "invocation=";
    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    static void toldTo(int port) {
        PORTS.add(port);
    }

    @Override
    public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
        Invocation invocation = Invocation.onThisThread();
        return invocation == null || !PORTS.contains(address.getPort()) ? Map.of() : Map.of("Cookie", List.of(NAME + invocation.id()));
    }

    @Override
    public void put(URI address, Map<String, List<String>> headers) {
        // Nobody's cookies are kept.
    }
}
