package org.hearth.local.tiny;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a stream: logs the keys of each batch; throws for a batch with a poison item; refuses stubborn items one by one. */
public final class TinyReader implements RequestStreamHandler {
    private static final Pattern KEY = Pattern.compile("\"Keys\":\\{.*?\"pk\":\\{\"S\":\"([^\"]*)\"");
    private static final Pattern STUBBORN = Pattern.compile("\"stubborn\":\\{.*?\"SequenceNumber\":\"(\\d+)\"");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder keys = new StringBuilder("batch");
        for (Matcher key = KEY.matcher(event); key.find();) {
            keys.append(' ').append(key.group(1));
        }
        context.getLogger().log(keys.toString());
        if (event.contains("\"poison\"")) {
            throw new IllegalStateException("poison");
        }
        Matcher stubborn = STUBBORN.matcher(event);
        String failures = stubborn.find() ? "{\"itemIdentifier\":\"" + stubborn.group(1) + "\"}" : "";
        output.write(("{\"batchItemFailures\":[" + failures + "]}").getBytes(StandardCharsets.UTF_8));
    }
}
