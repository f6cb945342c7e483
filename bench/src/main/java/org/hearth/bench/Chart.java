package org.hearth.bench;

import java.util.List;
import java.util.Locale;

/** Plots as SVG that a browser or a page of Markdown shows. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int NAMES = 260;
    private static final int BAR = 22;
    private static final int TOP = 46;

    /** @param most the budget, drawn as a line; 0 for none */
    record Bar(String name, double value, double most) {
    }

    private Chart() {
    }

    /** Horizontal bars, each with its value beside it. */
    static String bars(String title, String unit, List<Bar> bars) {
        double longest = bars.stream().mapToDouble(bar -> Math.max(bar.value(), bar.most())).max().orElse(1);
        double scale = (WIDTH - NAMES - 90) / Math.max(longest, 1e-9);
        StringBuilder svg = new StringBuilder();
        int height = TOP + bars.size() * (BAR + 6) + 10;
        put(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, sans-serif\" "
                + "font-size=\"13\">%n", WIDTH, height);
        put(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fffdf8\"/>%n"
                + "<text x=\"12\" y=\"24\" font-size=\"16\" fill=\"#2b2620\">%s</text>%n",
                escaped(title + ", " + unit));
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = TOP + i * (BAR + 6);
            put(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#2b2620\">%s</text>%n", NAMES - 8, y + 16,
                    escaped(bar.name()));
            put(svg, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n", NAMES, y, bar.value() * scale, BAR,
                    bar.most() > 0 && bar.value() > bar.most() ? "#a33b20" : "#c8743a");
            put(svg, "<text x=\"%.1f\" y=\"%d\" fill=\"#2b2620\">%s</text>%n", NAMES + bar.value() * scale + 6, y + 16,
                    Figures.plain(bar.value()));
            if (bar.most() > 0) {
                put(svg, "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" "
                                + "stroke=\"#2b2620\" stroke-dasharray=\"3 2\"/>%n",
                        NAMES + bar.most() * scale, y - 2, y + BAR + 2);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void put(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
