package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses belong to the open internet. */
final class AddressRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "52.216.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001:80b::200e",
                "2600:1f18::1",
                "3ffe:ffff::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "::ffff:8.8.8.8"
            })
    void takesThoseOfTheInternet(String address) {
        assertThat(AddressRules.isPublic(Names.literal(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "ff02::1",
                "100::1",
                "64:ff9b:1::1",
                "4000::1",
                "e000::1"
            })
    void refusesThoseOfSomebodysOwnNetwork(String address) {
        assertThat(AddressRules.isPublic(Names.literal(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:7f00:1",
                "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::169.254.169.254", "64:ff9b::a9fe:a9fe",
                "2002:7f00:1::1", "2002:a9fe:a9fe::1", "2002:c0a8:101::1"
            })
    void looksThroughAddressesThatCarryAnother(String address) {
        assertThat(AddressRules.isPublic(Names.literal(address))).isFalse();
    }

    /** Java turns a mapped address into the plain one; sixteen bytes must not slip by that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000ffff7f000001",
                "00000000000000000000ffffa9fea9fe",
                "0000000000000000000000007f000001",
                "0064ff9b00000000000000000a000001"
            })
    void looksThroughTheirBytes(String bytes) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByAddress(HexFormat.of().parseHex(bytes))))
                .isFalse();
    }
}
