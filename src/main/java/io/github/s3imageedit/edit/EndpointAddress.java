package io.github.s3imageedit.edit;

import java.net.URI;
import java.util.Locale;

/**
 * Where edits are asked for.
 *
 * @param edits the whole URL of the call
 */
public record EndpointAddress(URI edits, EndpointProfile profile) {
    private static final String PATH = "/images/edits";

    /**
     * The address below a base URL.
     *
     * @param base its query, as Azure needs one, stays behind the path
     */
    public static EndpointAddress below(URI base, EndpointProfile profile) {
        String path = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        String query = base.getRawQuery() == null ? "" : "?" + base.getRawQuery();
        return new EndpointAddress(
                URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + PATH + query), profile);
    }

    String host() {
        return edits.getHost();
    }

    /** Whether another absolute address is of the same origin; one without a host is of none. */
    boolean isOrigin(URI other) {
        return other.getHost() != null && origin(edits).equals(origin(other));
    }

    private static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }
}
