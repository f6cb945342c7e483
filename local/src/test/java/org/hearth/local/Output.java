package org.hearth.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Collects all that is logged or printed in this process, and lets it through as before. */
final class Output {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    static Output captured() {
        Output output = new Output();
        System.setOut(output.tee(System.out));
        System.setErr(output.tee(System.err));
        Logger.getLogger("").addHandler(output.handler());
        return output;
    }

    void add(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private PrintStream tee(PrintStream original) {
        return new PrintStream(new FilterOutputStream(original) {
            private final StringBuilder line = new StringBuilder();

            @Override
            public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
                original.write(bytes, offset, length);
                line.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
                int end = line.lastIndexOf("\n");
                if (end >= 0) {
                    add(line.substring(0, end));
                    line.delete(0, end + 1);
                }
            }

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }
        }, true, StandardCharsets.UTF_8);
    }

    private Handler handler() {
        SimpleFormatter formatter = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord logged) {
                add(formatter.format(logged));
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
    }
}
