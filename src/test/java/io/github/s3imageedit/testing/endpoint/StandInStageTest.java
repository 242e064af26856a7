package io.github.s3imageedit.testing.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who listens is told every stage in its place, and neither he nor a client that is gone can hurt the stand-in. */
final class StandInStageTest extends StandInWithClient {
    private final List<String> reached = new CopyOnWriteArrayList<>();

    @Test
    void tellsTheStagesOfCallAndFetchInOrder() throws IOException, InterruptedException {
        endpoint.onStage(this::note);
        client.fetch(urlIn(TestClient.text(client.edit(form()))));
        awaitNoted("FETCHED 1");

        // One connection, kept alive.
        assertThat(reached)
                .containsExactly(
                        "CONNECTED 0",
                        "HEAD_RECEIVED 1",
                        "MID_BODY 1",
                        "BODY_RECEIVED 1",
                        "REPLY_BEGUN 1",
                        "MID_REPLY 1",
                        "REPLIED 1",
                        "FETCH_BEGUN 1",
                        "MID_FETCH 1",
                        "FETCHED 1");
    }

    @Test
    void tellsOnlyTheStagesThatAreReached() throws IOException {
        endpoint.script(Fault.cutBeforeBody(), Fault.cutAfterBody(), Fault.early(413), Fault.chunked());
        endpoint.onStage(this::note);
        for (int call = 0; call < 4; call++) {
            client.converse(TestClient.head(form().closed().length), form().closed());
        }
        client.converse(TestClient.head(form().closed().length + 1), form().closed());

        assertThat(reached)
                .filteredOn(stage -> !stage.startsWith("CONNECTED"))
                .containsExactly(
                        "HEAD_RECEIVED 1",
                        "HEAD_RECEIVED 2",
                        "MID_BODY 2",
                        "BODY_RECEIVED 2",
                        "HEAD_RECEIVED 3",
                        "REPLY_BEGUN 3",
                        "MID_REPLY 3",
                        "REPLIED 3",
                        "HEAD_RECEIVED 4",
                        "MID_BODY 4",
                        "BODY_RECEIVED 4",
                        "REPLY_BEGUN 4",
                        "REPLIED 4",
                        "HEAD_RECEIVED 5",
                        "MID_BODY 5",
                        "REPLY_BEGUN 5",
                        "MID_REPLY 5",
                        "REPLIED 5");
    }

    @Test
    void holdsTheCallWhileTheListenerBlocks() throws IOException, InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        endpoint.onStage((stage, sequence) -> {
            note(stage, sequence);
            if (stage == Stage.REPLY_BEGUN || stage == Stage.MID_REPLY) {
                await(goOn);
            }
        });
        try (Socket socket = connectedWithCall()) {
            InputStream in = socket.getInputStream();
            assertThat(untilBlankLine(in)).startsWith("HTTP/1.1 200 OK\r\n");
            awaitNoted("REPLY_BEGUN 1");
            assertThat(in.available()).isZero();
            assertThat(endpoint.paidCalls()).isEqualTo(1);
            goOn.countDown();
            assertThat(new String(in.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("{\"id\"");
        }
    }

    @Test
    void hasFlushedExactlyHalfAtMidReply() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        endpoint.onStage((stage, sequence) -> {
            if (stage == Stage.MID_REPLY) {
                await(never);
            }
        });
        try (Socket socket = connectedWithCall()) {
            String head = untilBlankLine(socket.getInputStream());
            int length = Integer.parseInt(head.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
            assertThat(socket.getInputStream().readNBytes(length / 2)).hasSize(length / 2);
            socket.setSoTimeout(100);
            assertThatThrownBy(() -> socket.getInputStream().read()).hasMessageContaining("timed out");
        } finally {
            never.countDown();
        }
    }

    @Test
    void goesOnWhateverTheListenerThrows() throws IOException {
        AtomicInteger failures = new AtomicInteger();
        endpoint.onStage((stage, sequence) -> {
            failures.incrementAndGet();
            if (stage == Stage.MID_BODY) {
                throw new AssertionError("listener");
            }
            throw new IllegalStateException("listener");
        });

        assertThat(client.fetch(urlIn(TestClient.text(client.edit(form())))).statusCode())
                .isEqualTo(200);
        assertThat(failures).hasPositiveValue();
        assertThat(endpoint.paidCalls()).isEqualTo(1);
    }

    @Test
    void outlivesClientsThatGoAtAnyStage() throws IOException, InterruptedException {
        for (Stage gone : List.of(Stage.MID_BODY, Stage.BODY_RECEIVED, Stage.REPLY_BEGUN, Stage.MID_REPLY)) {
            endpoint.reset();
            CountDownLatch there = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            endpoint.onStage((stage, sequence) -> {
                if (stage == gone) {
                    there.countDown();
                    await(goOn);
                }
            });
            Socket socket = connectedWithCall();
            await(there);
            // A reset instead of an orderly end, as from a process that was killed with bytes unread.
            socket.setSoLinger(true, 0);
            socket.close();
            goOn.countDown();
            assertThat(client.edit(form()).statusCode()).as(gone.name()).isEqualTo(200);
            awaitNoFilesButTheLinkedOnes();
        }
    }

    @Test
    void stopsTellingAfterReset() throws IOException {
        endpoint.onStage(this::note);
        endpoint.reset();
        client.edit(form());

        assertThat(reached).isEmpty();
    }

    private void note(Stage stage, int sequence) {
        reached.add(stage + " " + sequence);
    }

    private void awaitNoted(String last) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!reached.contains(last) && System.nanoTime() < until) {
            Thread.sleep(1);
        }
        assertThat(reached).contains(last);
    }

    /** At most two, as each call may have left a picture to be fetched. */
    private void awaitNoFilesButTheLinkedOnes() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (endpoint.filesHeld() > 2 && System.nanoTime() < until) {
            Thread.sleep(1);
        }
        assertThat(endpoint.filesHeld()).isLessThanOrEqualTo(2);
    }

    private Socket connectedWithCall() throws IOException {
        byte[] body = form().closed();
        Socket socket = client.connect();
        socket.getOutputStream().write(TestClient.head(body.length).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        return socket;
    }

    private static String untilBlankLine(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static String urlIn(String reply) {
        return Pattern.compile("\"url\":\"([^\"]+)\"")
                .matcher(reply)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
