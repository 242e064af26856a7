package io.github.s3imageedit.edit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/** Names and their addresses; a name may have another address each time, the last one for ever. Literals mean themselves. */
final class Names implements DnsResolver {
    private final Map<String, List<InetAddress[]>> answers = new HashMap<>();

    /** The next answer for the name: addresses with blanks between. */
    Names with(String name, String addresses) {
        List<InetAddress> found = new ArrayList<>();
        for (String address : addresses.split(" ", -1)) {
            found.add(literal(address));
        }
        answers.computeIfAbsent(name, key -> new ArrayList<>()).add(found.toArray(InetAddress[]::new));
        return this;
    }

    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress[]> left = answers.getOrDefault(host, List.of());
        if (!left.isEmpty()) {
            return left.size() == 1 ? left.getFirst() : left.removeFirst();
        }
        if (host.matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.%a-z]*]?")) {
            return InetAddress.getAllByName(host);
        }
        throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
