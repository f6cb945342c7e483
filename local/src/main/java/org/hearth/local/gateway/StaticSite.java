package org.hearth.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The pages, as CloudFront serves them from the bucket: read again when a file changes, so that an edit shows at once. */
final class StaticSite {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("xml", "application/xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));
    private static final int WORTH_COMPRESSING = 256;

    private final Path root;
    private final Map<Path, Page> pages = new ConcurrentHashMap<>();

    StaticSite(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Response get(Request request) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            Response refusal = Response.message(405, "Method Not Allowed");
            Map<String, String> headers = new TreeMap<>(refusal.headers());
            headers.put("allow", "GET, HEAD");
            return new Response(405, headers, List.of(), refusal.body());
        }
        Optional<Path> file = find(request.path());
        return file.isPresent() ? page(file.get(), 200, request) : missing(request);
    }

    private Response missing(Request request) throws IOException {
        Path page = root.resolve("404.html");
        if (Files.isRegularFile(page)) {
            return page(page, 404, request);
        }
        return new Response(404, Map.of("content-type", "text/plain; charset=utf-8"), List.of(),
                "There is no such page here.\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Optional<Path> find(String path) {
        if (path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0 || List.of(path.split("/")).contains("..")) {
            return Optional.empty();
        }
        try {
            String relative = path.endsWith("/") ? path.substring(1) + "index.html" : path.substring(1);
            Path file = root.resolve(relative).normalize();
            if (file.startsWith(root) && Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath())) {
                return Optional.of(file);
            }
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Response page(Path file, int status, Request request) throws IOException {
        Page page = current(file);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("content-type", page.type());
        headers.put("etag", page.tag());
        headers.put("cache-control", "no-cache");
        if (page.compressed().isPresent()) {
            headers.put("vary", "accept-encoding");
        }
        if (status == 200 && request.header("if-none-match").filter(tags -> matches(tags, page.tag())).isPresent()) {
            return new Response(304, headers, List.of(), new byte[0]);
        }
        boolean compress = page.compressed().isPresent() && request.header("accept-encoding").orElse("").contains("gzip");
        if (compress) {
            headers.put("content-encoding", "gzip");
        }
        return new Response(status, headers, List.of(), compress ? page.compressed().get() : page.content());
    }

    private static boolean matches(String tags, String tag) {
        return List.of(tags.split("\\s*,\\s*")).stream().map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private Page current(Path file) throws IOException {
        FileTime changed = Files.getLastModifiedTime(file);
        Page known = pages.get(file);
        if (known != null && known.changed().equals(changed)) {
            return known;
        }
        byte[] content = Files.readAllBytes(file);
        String name = file.getFileName().toString();
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        boolean text = !type.startsWith("image/") && !type.startsWith("font/") || type.contains("svg");
        Page page = new Page(changed, type, tag(content), content,
                text && content.length >= WORTH_COMPRESSING ? Optional.of(EdgeCompression.gzip(content)) : Optional.empty());
        pages.put(file, page);
        return page;
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Page(FileTime changed, String type, String tag, byte[] content, Optional<byte[]> compressed) {
    }
}
