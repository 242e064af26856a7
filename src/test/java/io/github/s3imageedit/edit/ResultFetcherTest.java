package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.s3imageedit.edit.FetchedResult.Failed;
import io.github.s3imageedit.edit.FetchedResult.Fetched;
import io.github.s3imageedit.testing.endpoint.CannedAnswer;
import io.github.s3imageedit.testing.endpoint.FetchFault;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results by link, from the stand-in's own origin. */
final class ResultFetcherTest extends WithResult {
    @Test
    void fetchesThePictureWithoutCredentialsOrCookies() throws IOException {
        endpoint.scriptFetches(new FetchFault.Answered(
                new CannedAnswer(302, "text/plain", "", Map.of("Location", link, "Set-Cookie", "session=1; Path=/"))));

        assertFetched(fetch());
        assertThat(endpoint.fetches())
                .hasSize(2)
                .allSatisfy(fetch -> assertThat(fetch.headers().byName().keySet())
                        .containsExactlyInAnyOrder("Connection", "Host", "User-Agent"));
        assertThat(endpoint.fetches().getFirst().headers().first("User-Agent")).contains(USER_AGENT);
        assertThat(pauses.pauses()).isEmpty();
    }

    @Test
    void startsAnewAfterACutUntilThePictureIsWhole() throws IOException {
        endpoint.scriptFetches(FetchFault.cut(0), FetchFault.cut(1000), FetchFault.promisedLength(PICTURE.length + 1));

        assertFetched(fetch());
        assertThat(pauses.pauses()).containsExactly(millis(250), millis(500), millis(1000));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 524})
    void triesAgainWhatAMomentsTroubleBrokeOff(int status) throws IOException {
        endpoint.scriptFetches(FetchFault.status(status), FetchFault.status(status));

        assertFetched(fetch());
        assertThat(endpoint.fetches()).hasSize(3);
    }

    @Test
    void givesUpAfterSixAttempts() {
        endpoint.scriptFetches(
                Stream.generate(() -> FetchFault.status(503)).limit(9).toArray(FetchFault[]::new));

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("127.0.0.1", "503")
                                .doesNotContain("/media/"));
        assertThat(endpoint.fetches()).hasSize(6);
        assertThat(pauses.pauses()).containsExactly(millis(250), millis(500), millis(1000), millis(2000), millis(4000));
    }

    /** The link is asked for a moment after it was made: not all of a host's machines may know of it. */
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 425})
    void triesAgainWhatIsNotThereYet(int status) throws IOException {
        endpoint.scriptFetches(FetchFault.status(status), FetchFault.status(status));
        assertFetched(fetch());

        endpoint.scriptFetches(
                Stream.generate(() -> FetchFault.status(status)).limit(6).toArray(FetchFault[]::new));
        assertThat(fetch()).isInstanceOf(Failed.class);
        assertThat(endpoint.fetches()).hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesAtOnceWhatAskingAgainCannotMend(FetchFault fault, String code) {
        endpoint.scriptFetches(fault);

        assertRefused(fetch(), code);
        assertThat(endpoint.fetches()).hasSize(1);
        assertThat(pauses.pauses()).isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(FetchFault.status(410), "result_gone"),
                arguments(FetchFault.html(), "not_a_picture"),
                arguments(answer(200, Map.of()), "not_a_picture"),
                arguments(answer(204, Map.of()), "not_a_picture"),
                arguments(FetchFault.promisedLength(MAX_BYTES + 1), "result_too_large"),
                arguments(FetchFault.promisedLength(Long.MAX_VALUE), "result_too_large"),
                arguments(FetchFault.endless(), "result_too_large"),
                arguments(answer(302, Map.of()), "result_not_allowed"),
                arguments(answer(304, Map.of()), "result_not_allowed"),
                arguments(FetchFault.redirect("http://127.0.0.1:1/secret"), "result_not_allowed"),
                arguments(FetchFault.redirect("http://169.254.169.254/latest/meta-data/"), "result_not_allowed"),
                arguments(FetchFault.redirect("https://evil.example/1.png"), "result_not_allowed"),
                arguments(FetchFault.redirect("//evil.example/1.png"), "result_not_allowed"),
                arguments(FetchFault.redirect("file:///etc/passwd"), "result_not_allowed"),
                arguments(FetchFault.redirect("http://user:secret@127.0.0.1/1.png"), "result_not_allowed"),
                arguments(FetchFault.redirect("not a url"), "result_not_allowed"),
                arguments(FetchFault.redirect("mailto:somebody@example.com"), "result_not_allowed"),
                arguments(FetchFault.redirect("https://media.lumenfall.ai:99999/1.png"), "result_not_allowed"));
    }

    @Test
    void followsRedirectsRelativeToTheLink() throws IOException {
        String path = URI.create(link).getPath();
        endpoint.scriptFetches(
                FetchFault.redirect(path),
                FetchFault.redirect("./" + path.substring(path.lastIndexOf('/') + 1)),
                FetchFault.redirect("//" + URI.create(link).getAuthority() + path),
                FetchFault.redirect(link + "#fragment"));

        assertFetched(fetch());
        assertThat(endpoint.fetches())
                .hasSize(5)
                .allMatch(fetch -> fetch.target().equals(path));
    }

    @Test
    void leavesALoopOfRedirects() {
        endpoint.scriptFetches(
                Stream.generate(() -> FetchFault.redirect(link)).limit(20).toArray(FetchFault[]::new));

        assertRefused(fetch(), "result_not_allowed");
        assertThat(endpoint.fetches()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a url",
                "https://media.lumenfall.ai:99999/1.png",
                "https://media.lumenfall.ai:0/1.png",
                "https://evil.example/1.png",
                "http://media.lumenfall.ai/1.png"
            })
    void refusesLinksThatMayNotBeFollowed(String forbidden) {
        assertThat(fetcher(MAX_BYTES).fetch(forbidden, in(AMPLE))).isNotInstanceOf(Fetched.class);
        assertThat(endpoint.fetches()).isEmpty();
    }

    private static FetchFault answer(int status, Map<String, String> headers) {
        return new FetchFault.Answered(new CannedAnswer(status, "text/plain", "", headers));
    }
}
