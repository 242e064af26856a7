package io.github.s3imageedit.edit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the open internet from those of somebody's own network, where cloud metadata and databases live.
 *
 * <p>Source: IANA's special-purpose address registries for IPv4 and IPv6.
 */
final class AddressRules {
    private static final byte[] IPV4_BY_NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private AddressRules() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicIpv4(bytes) : isPublicIpv6(bytes);
    }

    private static boolean isPublicIpv4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second <= 127;
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !shared && !protocols && !benchmarks;
    }

    private static boolean isPublicIpv6(byte[] bytes) {
        if (Arrays.equals(bytes, 0, IPV4_BY_NAT64.length, IPV4_BY_NAT64, 0, IPV4_BY_NAT64.length)) {
            return isPublicEmbedded(bytes, 12);
        }
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        if (sixToFour) {
            return isPublicEmbedded(bytes, 2);
        }
        // 2000::/3 is what has been given out; unique local addresses (fc00::/7) and the rest lie outside.
        return (bytes[0] & 0xe0) == 0x20;
    }

    private static boolean isPublicEmbedded(byte[] bytes, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException impossible) {
            throw new AssertionError("four bytes are an address", impossible);
        }
    }
}
