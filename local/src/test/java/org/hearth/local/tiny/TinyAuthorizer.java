package org.hearth.local.tiny;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lets everybody in but who has the cookie {@code bad=1}; breaks for {@code broken=1}. Logs each time it is asked. */
public final class TinyAuthorizer implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        context.getLogger().log("asked " + event);
        if (event.contains("broken=1")) {
            throw new IllegalStateException("broken");
        }
        boolean allowed = !event.contains("bad=1");
        output.write(("{\"isAuthorized\":" + allowed + ",\"context\":{\"role\":\"member\"}}").getBytes(StandardCharsets.UTF_8));
    }
}
