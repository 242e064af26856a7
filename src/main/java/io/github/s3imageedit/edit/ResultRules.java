package io.github.s3imageedit.edit;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * From where results may be fetched: over https from allowed hosts, never from a private address. Two allowances let a
 * stand-in work: the endpoint's own origin, and, where the endpoint itself has a private address, allowed hosts that do.
 */
public final class ResultRules implements DnsResolver {
    private static final int MAX_PORT = 65_535;

    private final EndpointAddress endpoint;
    private final Set<String> hosts;
    private final DnsResolver resolver;

    /**
     * Rules for one endpoint.
     *
     * @param furtherHosts allowed beside those of the endpoint's profile
     */
    public ResultRules(EndpointAddress endpoint, Collection<String> furtherHosts) {
        this(endpoint, furtherHosts, SystemDefaultDnsResolver.INSTANCE);
    }

    ResultRules(EndpointAddress endpoint, Collection<String> furtherHosts, DnsResolver resolver) {
        this.endpoint = endpoint;
        this.hosts = Stream.concat(endpoint.profile().resultHosts().stream(), furtherHosts.stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.resolver = resolver;
    }

    /** The reason why a link may not be followed, if there is one; it names the host at most, for links give access. */
    Optional<String> objection(URI link) {
        if (link.getHost() == null || link.getScheme() == null || link.getRawUserInfo() != null) {
            return Optional.of("The result's address is not a plain URL.");
        }
        if (link.getPort() > MAX_PORT) {
            return Optional.of("The result's address names a port that does not exist.");
        }
        String scheme = link.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("The result's address must begin with https:, but begins with " + scheme + ":.");
        }
        if (endpoint.isOrigin(link)) {
            return Optional.empty();
        }
        String host = link.getHost().toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            return Optional.of("The result lies on the host " + host + ", which is not among those allowed.");
        }
        return scheme.equals("https") || bothAreLoopback(host)
                ? Optional.empty()
                : Optional.of("The result lies on " + host + " behind http:, where only https: is allowed.");
    }

    private boolean bothAreLoopback(String host) {
        return Stream.of(host, endpoint.host())
                .map(this::addresses)
                .allMatch(found -> !found.isEmpty() && found.stream().allMatch(InetAddress::isLoopbackAddress));
    }

    /** None where the name is unknown. */
    private List<InetAddress> addresses(String host) {
        try {
            return List.of(resolver.resolve(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    static Optional<URI> parse(String link) {
        try {
            return Optional.of(new URI(link));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Resolves a host to the very addresses that are then connected to, so that a name cannot mean one address when it is
     * checked and another when it is used.
     *
     * @throws ForbiddenAddressException if one of them is private
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        boolean allowed = host.equalsIgnoreCase(endpoint.host())
                || Arrays.stream(addresses).allMatch(AddressRules::isPublic)
                || !addresses(endpoint.host()).stream().allMatch(AddressRules::isPublic);
        if (!allowed) {
            throw new ForbiddenAddressException(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }

    /** A result's host has an address on somebody's own network. */
    static final class ForbiddenAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String host) {
            super(host + " has a private address");
        }
    }
}
