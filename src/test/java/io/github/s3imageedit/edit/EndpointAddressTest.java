package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where calls go, by the base URL that somebody wrote down. */
final class EndpointAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.lumenfall.ai/openai/v1, https://api.lumenfall.ai/openai/v1/images/edits",
        "https://api.lumenfall.ai/openai/v1/, https://api.lumenfall.ai/openai/v1/images/edits",
        "https://api.lumenfall.ai/openai/v1///, https://api.lumenfall.ai/openai/v1/images/edits",
        "https://host.example, https://host.example/images/edits",
        "https://host.example/, https://host.example/images/edits",
        "http://localhost:8080/v1, http://localhost:8080/v1/images/edits",
        "http://[::1]:8080/v1, http://[::1]:8080/v1/images/edits",
        "https://host.example/a%2Fb%20c, https://host.example/a%2Fb%20c/images/edits",
        "https://host.example/v1?, https://host.example/v1/images/edits?",
        "https://r.openai.azure.com/openai/deployments/d?api-version=2025-04-01-preview, "
                + "https://r.openai.azure.com/openai/deployments/d/images/edits?api-version=2025-04-01-preview",
        "https://r.openai.azure.com/openai/deployments/d/?api-version=1&x=%26, "
                + "https://r.openai.azure.com/openai/deployments/d/images/edits?api-version=1&x=%26"
    })
    void putsThePathBelowTheBaseAndBeforeItsQuery(URI base, URI edits) {
        assertThat(EndpointAddress.below(base, EndpointProfile.GENERIC).edits()).isEqualTo(edits);
    }

    @ParameterizedTest
    @CsvSource({
        "https://host.example/v1, https://host.example/media/1.png, true",
        "https://host.example/v1, https://HOST.example:443/1.png, true",
        "https://host.example:443/v1, HTTPS://host.example/1.png, true",
        "http://host.example/v1, http://host.example:80/1.png, true",
        "http://127.0.0.1:8080/v1, http://127.0.0.1:8080/1.png, true",
        "https://host.example/v1, http://host.example/1.png, false",
        "https://host.example/v1, http://host.example:443/1.png, false",
        "https://host.example/v1, https://host.example:8443/1.png, false",
        "https://host.example/v1, https://host.example./1.png, false",
        "https://host.example/v1, https://sub.host.example/1.png, false",
        "http://127.0.0.1:8080/v1, http://127.0.0.1:8081/1.png, false",
        "http://127.0.0.1:8080/v1, http://localhost:8080/1.png, false"
    })
    void knowsItsOwnOriginBySchemeHostAndPort(URI base, URI other, boolean own) {
        assertThat(EndpointAddress.below(base, EndpointProfile.GENERIC).isOrigin(other))
                .isEqualTo(own);
    }
}
