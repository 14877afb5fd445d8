package io.fayan.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody with a browser of their own: cookies are kept, redirects are not followed. */
public final class Visitor {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI base;

    public Visitor(int port) {
        base = URI.create("http://localhost:" + port);
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A plain form, with the token that our own pages would carry. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        return send(form(path, fields, headers).header("X-FAYAN-CSRF", token()));
    }

    public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields, String... headers) {
        return send(form(path, fields, headers));
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .header("X-FAYAN-CSRF", token())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Any method, with a body as it stands; with our token and Camunda's, once a page of each was opened. */
    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        var request = request(path, headers).method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        cookie("FAYAN-CSRF").ifPresent(token -> request.header("X-FAYAN-CSRF", token));
        return send(request);
    }

    /** Any method, with JSON. */
    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    /** A form with one file, sent as a browser would. */
    public HttpResponse<String> postFile(String path, String field, String name, byte[] content) {
        var boundary = "----" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return postMultipart(path, boundary, body.toByteArray());
    }

    public HttpResponse<String> postMultipart(String path, String boundary, byte[] body) {
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        // Pages carry their token in the form itself, which is not read when it is too large.
        return send(path.startsWith("/api") ? request.header("X-FAYAN-CSRF", token()) : request);
    }

    /** Opens the sign-in page and sends it. */
    public HttpResponse<String> signIn(String login, String password, String... headers) {
        get("/login");
        return post("/login", Map.of("login", login, "password", password), headers);
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private String token() {
        return cookie("FAYAN-CSRF").orElse("none");
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path));
        if (!Arrays.asList(headers).contains("Accept")) {
            request.header(
                    "Accept",
                    path.startsWith("/api") ? "application/json" : "text/html,application/xhtml+xml,*/*;q=0.8");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The application under test does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
