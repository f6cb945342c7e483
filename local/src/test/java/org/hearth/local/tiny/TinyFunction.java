package org.hearth.local.tiny;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function for the runner's own tests. What it does hangs on the path of the request; it knows nothing of the forum. */
public final class TinyFunction implements RequestStreamHandler {
    private static final Pattern PATH = Pattern.compile("\"rawPath\":\"/api/([a-z]*)");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        Matcher path = PATH.matcher(event);
        String answer = switch (path.find() ? path.group(1) : "") {
            case "raw" -> rawBody(event);
            case "slow" -> slow();
            case "throw" -> throw new IllegalStateException("a person's words");
            case "time" -> reply(ServiceLoader.load(InstantSource.class).findFirst().orElseThrow().instant().toString());
            case "sees" -> reply(sees("com.fasterxml.jackson.core.JsonFactory") + " " + sees("org.hearth.local.LocalHearth")
                    + " " + sees("org.junit.jupiter.api.Test") + " " + sees("software.amazon.awssdk.regions.Region"));
            case "environment" -> reply(System.getProperty("TINY_TABLE") + " " + System.getProperty("SITE_URL"));
            case "remaining" -> reply(context.getFunctionName() + " " + context.getRemainingTimeInMillis());
            default -> reply(event);
        };
        output.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    /** The body of the request becomes the function's whole answer. */
    private static String rawBody(String event) {
        Matcher body = Pattern.compile("\"body\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(event);
        return body.find() ? body.group(1).replace("\\\"", "\"").replace("\\\\", "\\") : "";
    }

    private static String slow() {
        try {
            Thread.sleep(60_000);
            return reply("woke up");
        } catch (InterruptedException e) {
            return reply("interrupted");
        }
    }

    private static boolean sees(String className) {
        try {
            Class.forName(className, false, TinyFunction.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String reply(String body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", 200);
            json.writeStringField("body", body);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
