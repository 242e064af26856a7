package io.github.s3imageedit.testing.s3;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as S3Mock shall see it. */
final class AlteredRequest extends HttpServletRequestWrapper {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String[]> parameters = new LinkedHashMap<>();
    private String method;
    private String path;
    private Optional<ServletInputStream> body = Optional.empty();

    AlteredRequest(HttpServletRequest request, S3Call call) {
        super(request);
        this.method = request.getMethod();
        this.path = request.getRequestURI();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, request.getHeader(name));
        }
        call.query().forEach((name, value) -> parameters.put(name, new String[] {value}));
    }

    AlteredRequest method(String name) {
        method = name;
        return this;
    }

    AlteredRequest path(String text) {
        path = text;
        return this;
    }

    AlteredRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    AlteredRequest without(String... names) {
        for (String name : names) {
            headers.remove(name);
        }
        return this;
    }

    AlteredRequest parameter(String name, String value) {
        parameters.put(name, new String[] {value});
        return this;
    }

    AlteredRequest withoutParameter(String name) {
        parameters.remove(name);
        return this;
    }

    AlteredRequest body(InputStream stream) {
        body = Optional.of(new Body(stream));
        return this;
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getContentType() {
        return headers.get("content-type");
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(
                Optional.ofNullable(headers.get(name)).stream().toList());
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.keySet());
    }

    // Tomcat would read a body of the form type as parameters; S3's parameters are those of the query alone.
    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body.isPresent() ? body.get() : super.getInputStream();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /** Bytes already here, in the servlet's clothes. */
    private static final class Body extends ServletInputStream {
        private final InputStream bytes;
        private boolean finished;

        private Body(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            int octet = bytes.read();
            finished = octet < 0;
            return octet;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = bytes.read(target, offset, length);
            finished = count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("S3Mock reads with blocking calls");
        }
    }
}
