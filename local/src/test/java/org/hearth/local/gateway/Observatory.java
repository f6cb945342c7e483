package org.hearth.local.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules by which Mozilla's HTTP Observatory grades a site, as its page on scoring of 27 February 2024 has them
 * (github.com/mozilla/http-observatory, httpobs/docs/scoring.md), those that apply to a site without third parties. What is given
 * for entries in browsers' preload lists is left out, and so is the bonus for cookies, which nobody can earn over plain http.
 */
final class Observatory {
    private static final int HALF_A_YEAR = 15_768_000;
    private static final int BASELINE = 100;
    private static final int BONUSES_FROM = 90;

    /**
     * What a scan found.
     *
     * @param marks what each rule took or gave
     */
    record Report(int score, Map<String, Integer> marks) {
        String grade() {
            return score >= 100 ? "A+" : score >= 90 ? "A" : score >= 85 ? "A-" : score >= 80 ? "B+" : score >= 70 ? "B" : score >= 50 ? "C" : score >= 30 ? "D" : "F";
        }
    }

    private final Map<String, String> headers;
    private final Map<String, Integer> marks = new LinkedHashMap<>();

    private Observatory(Map<String, String> headers) {
        this.headers = headers;
    }

    /**
     * Grades one answer.
     *
     * @param headers by name in small letters
     * @param cookies as they were set
     * @param html of a page; empty for what is none
     * @param toHttps whether whoever comes over http is sent to https on the same host
     */
    static Report of(Map<String, String> headers, List<String> cookies, String html, boolean toHttps) {
        Observatory scan = new Observatory(headers);
        scan.policy();
        scan.cookies(cookies);
        scan.mark("cross-origin sharing", "*".equals(headers.get("access-control-allow-origin")) ? -50 : 0);
        scan.transport();
        scan.mark("redirection", toHttps ? 0 : -20);
        scan.referrer();
        scan.scripts(html);
        scan.mark("content type options", "nosniff".equals(headers.get("x-content-type-options")) ? 0 : -5);
        scan.frames();
        return scan.report();
    }

    private Report report() {
        int penalties = marks.values().stream().filter(mark -> mark < 0).mapToInt(mark -> mark).sum();
        int bonuses = marks.values().stream().filter(mark -> mark > 0).mapToInt(mark -> mark).sum();
        int without = Math.max(0, BASELINE + penalties);
        return new Report(without >= BONUSES_FROM ? without + bonuses : without, marks);
    }

    private void mark(String rule, int points) {
        marks.put(rule, points);
    }

    private Map<String, List<String>> directives() {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : headers.getOrDefault("content-security-policy", "").split(";")) {
            List<String> words = new ArrayList<>(Arrays.asList(directive.strip().split("\\s+")));
            directives.putIfAbsent(words.removeFirst().toLowerCase(Locale.ROOT), words);
        }
        directives.remove("");
        return directives;
    }

    private void policy() {
        Map<String, List<String>> csp = directives();
        List<String> scripts = csp.getOrDefault("script-src", csp.getOrDefault("default-src", List.of("*")));
        List<String> styles = csp.getOrDefault("style-src", csp.getOrDefault("default-src", List.of("*")));
        List<String> objects = csp.getOrDefault("object-src", csp.getOrDefault("default-src", List.of("*")));
        boolean wide = java.util.stream.Stream.of(scripts, objects).flatMap(List::stream).anyMatch(one -> one.matches("\\*|https?:|data:|blob:"));
        boolean insecure = csp.values().stream().flatMap(List::stream).anyMatch(one -> one.startsWith("http:"));
        mark("content security policy", csp.isEmpty() ? -25 : scripts.contains("'unsafe-inline'") || wide || insecure ? -20 : scripts.contains("'unsafe-eval'") ? -10
                : styles.contains("'unsafe-inline'") ? 0 : csp.getOrDefault("default-src", List.of()).equals(List.of("'none'")) ? 10 : 5);
    }

    private void cookies(List<String> cookies) {
        boolean readable = cookies.stream().map(one -> one.toLowerCase(Locale.ROOT)).anyMatch(one -> !one.contains("; httponly"));
        boolean fromElsewhere = cookies.stream().map(one -> one.toLowerCase(Locale.ROOT)).anyMatch(one -> !one.matches(".*; samesite=(lax|strict).*"));
        mark("cookies", readable ? -30 : fromElsewhere ? -20 : 0);
    }

    private void transport() {
        Matcher age = Pattern.compile("max-age=(\\d+)").matcher(headers.getOrDefault("strict-transport-security", ""));
        mark("strict transport security", !age.find() ? -20 : Long.parseLong(age.group(1)) < HALF_A_YEAR ? -10 : 0);
    }

    private void referrer() {
        String policy = headers.getOrDefault("referrer-policy", "");
        mark("referrer policy", policy.matches("no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin") ? 5 : policy.isEmpty() ? 0 : -5);
    }

    private void scripts(String html) {
        boolean elsewhere = Pattern.compile("<script[^>]+src=[\"']?(https?:)?//", Pattern.CASE_INSENSITIVE).matcher(html).find();
        mark("scripts of others", elsewhere ? -50 : 0);
    }

    private void frames() {
        List<String> ancestors = directives().get("frame-ancestors");
        mark("frames", List.of("'none'").equals(ancestors) ? 5 : headers.getOrDefault("x-frame-options", "").matches("(?i)deny|sameorigin") ? 0 : -20);
    }
}
