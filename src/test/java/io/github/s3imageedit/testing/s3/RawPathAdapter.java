package io.github.s3imageedit.testing.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Puts safe keys for raw ones before Tomcat reads the path: it would refuse or shorten {@code ../}, {@code //} and the
 * like before any filter runs.
 */
final class RawPathAdapter implements Adapter {
    /** The request attribute that holds a {@link Runnable} which cuts the connection. */
    static final String CONNECTION = RawPathAdapter.class.getName() + ".connection";

    private final Adapter tomcat;

    RawPathAdapter(Adapter tomcat) {
        this.tomcat = tomcat;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        String path = request.requestURI().toString();
        int slash = path.indexOf('/', 1);
        if (slash > 0 && slash + 1 < path.length()) {
            replacePath(request, path.substring(0, slash + 1) + SafeKey.of(keyIn(path.substring(slash + 1))));
        }
        Runnable cut = () -> response.action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(CONNECTION, cut);
        tomcat.service(request, response);
    }

    private static String keyIn(String raw) {
        try {
            return UrlCoding.decodePath(raw);
        } catch (IllegalArgumentException malformed) {
            return raw;
        }
    }

    private static void replacePath(Request request, String path) {
        byte[] bytes = path.getBytes(US_ASCII);
        request.requestURI().setBytes(bytes, 0, bytes.length);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return tomcat.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return tomcat.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        tomcat.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        tomcat.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return tomcat.getDomain();
    }
}
