package io.fayan.platform.frontdoor;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A query as Camunda gets to see it: our own address, headers and body instead of what was sent. However a client encodes,
 * repeats or labels its criteria, the engine reads what was checked.
 */
final class PlainRequest extends HttpServletRequestWrapper {

    private static final int LARGEST_BODY = 32 * 1024;
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Map<String, String> criteria;
    private final byte[] body;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private PlainRequest(HttpServletRequest request, Map<String, String> criteria, byte @Nullable [] body) {
        super(request);
        this.criteria = criteria;
        this.body = body == null ? new byte[0] : body;
        headers.put("Accept", JSON + ", text/plain");
        for (var kept : List.of("Cookie", "X-XSRF-TOKEN")) {
            if (request.getHeader(kept) != null) {
                headers.put(kept, request.getHeader(kept));
            }
        }
        if (body != null) {
            headers.put("Content-Type", JSON);
            headers.put("Content-Length", Integer.toString(body.length));
        }
    }

    /** @return empty when the request asks for anything besides these criteria, or in another way than in plain JSON */
    static Optional<PlainRequest> of(HttpServletRequest request, Criteria address, @Nullable Criteria body)
            throws IOException {
        var criteria = address.inAddress(request.getQueryString());
        if (criteria.isEmpty()) {
            return Optional.empty();
        }
        if (body == null) {
            return Optional.of(new PlainRequest(request, criteria.get(), null));
        }
        if (!isPlainJson(request)) {
            return Optional.empty();
        }
        var sent = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (sent.length > LARGEST_BODY) {
            return Optional.empty();
        }
        return body.inBody(sent).map(written -> new PlainRequest(request, criteria.get(), written));
    }

    private static boolean isPlainJson(HttpServletRequest request) {
        if (request.getContentType() == null || request.getHeader("Content-Encoding") != null) {
            return false;
        }
        try {
            var type = MediaType.parseMediaType(request.getContentType());
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    @Override
    public @Nullable String getQueryString() {
        return criteria.isEmpty() ? null : Criteria.address(criteria);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var map = new LinkedHashMap<String, String[]>();
        criteria.forEach((name, value) -> map.put(name, new String[] {value}));
        return map;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return criteria.get(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(criteria.keySet());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return headers.containsKey(name)
                ? Collections.enumeration(List.of(headers.get(name)))
                : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    @Override
    public long getDateHeader(String name) {
        return -1;
    }

    @Override
    public int getIntHeader(String name) {
        return headers.containsKey(name) ? Integer.parseInt(headers.get(name)) : -1;
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("Content-Type");
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("Read in the request's own thread");
            }
        };
    }
}
