package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.edit.ResultRules.ForbiddenAddressException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a result may be fetched. */
final class ResultRulesTest {
    private static final String LUMENFALL = "https://api.lumenfall.ai/openai/v1";
    private static final String STAND_IN = "http://127.0.0.1:8080/openai/v1";

    private final Names names = new Names()
            .with("api.lumenfall.ai", "104.18.1.1")
            .with("media.lumenfall.ai", "104.18.2.2")
            .with("cdn.example", "52.1.1.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.lumenfall.ai/1.png",
                "https://MEDIA.Lumenfall.AI/1.png",
                "HTTPS://media.lumenfall.ai:443/1.png?signature=a%2Fb",
                "https://cdn.example/1.png",
                "https://CDN.EXAMPLE/1.png",
                "https://api.lumenfall.ai/media/1.png",
                "https://api.lumenfall.ai:443/media/1.png"
            })
    void allowsHttpsFromTheHostsOfProfileAndSettingAndTheEndpointsOrigin(String link) {
        assertThat(objection(LUMENFALL, link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://media.lumenfall.ai/1.png",
                "http://cdn.example/1.png",
                "http://api.lumenfall.ai/media/1.png",
                "https://media.lumenfall.ai./1.png",
                "https://media.lumenfall.ai.evil.example/1.png",
                "https://evilmedia.lumenfall.ai/1.png",
                "https://a.media.lumenfall.ai/1.png",
                "https://a.cdn.example/1.png",
                "https://evil.example/?https://media.lumenfall.ai/1.png",
                "https://evil.example/#@media.lumenfall.ai/1.png",
                "https://api.lumenfall.ai:8443/media/1.png",
                "https://media.lumenfall.ai@evil.example/1.png",
                "https://user@media.lumenfall.ai/1.png",
                "https://user:password@media.lumenfall.ai/1.png",
                "https://@media.lumenfall.ai/1.png",
                "ftp://media.lumenfall.ai/1.png",
                "file:///etc/passwd",
                "file://media.lumenfall.ai/etc/passwd",
                "jar:https://media.lumenfall.ai/1.jar!/1.png",
                "data:image/png;base64,iVBORw0KGgo",
                "//media.lumenfall.ai/1.png",
                "/media/1.png",
                "media.lumenfall.ai/1.png",
                "https:media.lumenfall.ai/1.png",
                "https:///1.png",
                "",
                "https://127.0.0.1/1.png",
                "https://2130706433/1.png",
                "https://0177.0.0.1/1.png",
                "https://0x7f000001/1.png",
                "https://0x7f.1/1.png",
                "https://127.1/1.png",
                "https://0/1.png",
                "https://[::1]/1.png",
                "https://[::ffff:127.0.0.1]/1.png",
                "https://[::ffff:7f00:1]/1.png",
                "https://[fe80::1%25eth0]/1.png",
                "https://[64:ff9b::a9fe:a9fe]/1.png",
                "https://169.254.169.254/latest/meta-data/",
                "http://169.254.169.254/latest/meta-data/",
                "https://localhost/1.png"
            })
    void objectsToEverythingElse(String link) {
        assertThat(objection(LUMENFALL, link)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.lumenfall.ai/a b",
                "https://media.lumenfall.ai/\r\nHost: evil.example",
                "https://media.lumenfall.ai\\@evil.example/1.png",
                "https://[::1/1.png",
                "https://media.lumenfall.ai/%zz"
            })
    void parsesNothingThatIsNoUrl(String link) {
        assertThat(ResultRules.parse(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://media.lumenfall.ai:99999/1.png", "https://media.lumenfall.ai:65536/"})
    void objectsToPortsThatDoNotExist(String link) {
        assertThat(objection(LUMENFALL, link)).isPresent();
    }

    @Test
    void namesTheHostAtMostForLinksGiveAccess() {
        assertThat(objection(LUMENFALL, "https://evil.example/path?signature=secret"))
                .hasValueSatisfying(words ->
                        assertThat(words).contains("evil.example").doesNotContain("path", "signature", "secret"));
    }

    @ParameterizedTest
    @CsvSource({
        STAND_IN + ", http://127.0.0.1:8080/media/1.png, true",
        STAND_IN + ", http://127.0.0.1:8081/media/1.png, false",
        STAND_IN + ", http://localhost:8080/media/1.png, false",
        "http://gateway.internal/v1, http://gateway.internal/media/1.png, true",
        "http://gateway.internal/v1, http://gateway.internal:8080/media/1.png, false",
        STAND_IN + ", http://loop.example:9000/1.png, true",
        STAND_IN + ", https://loop.example:9000/1.png, true",
        STAND_IN + ", http://mixed.example/1.png, false",
        STAND_IN + ", http://private.example/1.png, false",
        STAND_IN + ", http://nowhere.example/1.png, false",
        "http://nowhere.internal/v1, http://loop.example/1.png, false",
        "http://gateway.internal/v1, http://loop.example/1.png, false",
        "https://loop.example/v1, http://private.example/1.png, false",
        "https://loop.example/v1, http://other-loop.example/1.png, true"
    })
    void allowsPlainHttpAtTheEndpointsOriginAndBetweenLoopbacks(String base, String link, boolean allowed) {
        names.with("loop.example", "127.0.0.1 ::1")
                .with("other-loop.example", "127.0.0.2")
                .with("mixed.example", "127.0.0.1 52.1.1.1")
                .with("private.example", "10.0.0.1")
                .with("gateway.internal", "10.0.0.7");

        assertThat(objection(base, link).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.lumenfall.ai/v1, media.lumenfall.ai, true",
        "https://api.lumenfall.ai/v1, private.example, false",
        "https://api.lumenfall.ai/v1, mixed.example, false",
        "https://api.lumenfall.ai/v1, metadata.example, false",
        "https://api.lumenfall.ai/v1, six.example, false",
        "https://api.lumenfall.ai/v1, nat64.example, false",
        "https://api.lumenfall.ai/v1, 10.0.0.1, false",
        "https://api.lumenfall.ai/v1, 2130706433, false",
        "https://api.lumenfall.ai/v1, 8.8.8.8, true",
        "https://api.lumenfall.ai/v1, ::1, false",
        "https://api.lumenfall.ai/v1, fe80::1%1, false",
        "https://nowhere.internal/v1, private.example, false",
        "https://gateway.internal/v1, gateway.internal, true",
        "https://gateway.internal/v1, GATEWAY.internal, true",
        "https://gateway.internal/v1, private.example, true",
        "https://gateway.internal/v1, mixed.example, true",
        "http://127.0.0.1:8080/v1, 127.0.0.1, true",
        "http://[::1]:8080/v1, ::1, true",
        "http://127.0.0.1:8080/v1, private.example, true"
    })
    void resolvesToPrivateAddressesOnlyWhereTheEndpointHasOne(String base, String host, boolean allowed)
            throws UnknownHostException {
        names.with("private.example", "192.168.1.1")
                .with("mixed.example", "52.1.1.1 10.0.0.1")
                .with("metadata.example", "169.254.169.254")
                .with("six.example", "fd00::1")
                .with("nat64.example", "64:ff9b::a9fe:a9fe")
                .with("gateway.internal", "10.0.0.7")
                .with("GATEWAY.internal", "10.0.0.7");
        ResultRules rules = rules(base);

        if (allowed) {
            assertThat(rules.resolve(host)).isEqualTo(names.resolve(host));
        } else {
            assertThatThrownBy(() -> rules.resolve(host)).isInstanceOf(ForbiddenAddressException.class);
        }
    }

    /** The address that was checked is the one that is connected to. */
    @Test
    void asksForAnAddressOnce() throws UnknownHostException {
        names.with("rebound.example", "52.1.1.1").with("rebound.example", "127.0.0.1");
        ResultRules rules = rules(LUMENFALL);

        assertThat(rules.resolve("rebound.example")).containsExactly(InetAddress.getByName("52.1.1.1"));
        assertThatThrownBy(() -> rules.resolve("rebound.example")).isInstanceOf(ForbiddenAddressException.class);
    }

    @Test
    void passesOnThatANameIsUnknown() {
        assertThatThrownBy(() -> rules(LUMENFALL).resolve("nowhere.example"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(ForbiddenAddressException.class);
    }

    private Optional<String> objection(String base, String link) {
        return rules(base).objection(ResultRules.parse(link).orElseThrow());
    }

    private ResultRules rules(String base) {
        URI url = URI.create(base);
        List<String> further = List.of(
                "Cdn.Example",
                "loop.example",
                "other-loop.example",
                "mixed.example",
                "private.example",
                "nowhere.example");
        return new ResultRules(EndpointAddress.below(url, EndpointProfile.of(url)), further, names);
    }
}
