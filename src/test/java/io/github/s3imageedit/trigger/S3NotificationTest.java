package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.s3imageedit.job.ObjectRef;
import io.github.s3imageedit.job.UploadEvent;
import io.github.s3imageedit.job.UploadEvent.Occasion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3NotificationTest {
    static List<UploadEvent> read(String event) throws IOException {
        LambdaEvent read = EventReader.read(new ByteArrayInputStream(event.getBytes(UTF_8)));
        assertThat(read).isInstanceOfAny(LambdaEvent.Notification.class, LambdaEvent.Empty.class);
        return EventReader.told(read).mentions().stream()
                .map(mention -> mention.readings().getFirst())
                .toList();
    }

    private static UploadEvent readOne(String event) throws IOException {
        List<UploadEvent> uploads = read(event);
        assertThat(uploads).hasSize(1);
        return uploads.getFirst();
    }

    @Test
    void readsTheDocumentedEvent() throws IOException {
        assertThat(readOne(Events.PUT))
                .isEqualTo(new UploadEvent(
                        new ObjectRef(
                                "amzn-s3-demo-bucket",
                                "Happy Face.jpg",
                                Optional.of("096fKKXTRTtl3on89fVO.nfljtsv6qko")),
                        Optional.of("d41d8cd98f00b204e9800998ecf8427e"),
                        Optional.of(Instant.parse("1970-01-01T00:00:00Z")),
                        Occasion.WRITTEN,
                        Map.of()));
    }

    @Test
    void readsATaggingWithoutSizeAndSequencer() throws IOException {
        UploadEvent upload = readOne(Events.record("ObjectTagging:Put", "{\"key\":\"tom.png\",\"eTag\":\"abc\"}"));

        assertThat(upload.object()).isEqualTo(ObjectRef.latest("inbox", "tom.png"));
        assertThat(upload.etag()).contains("abc");
    }

    @Test
    void readsTheETagOfAMultipartUpload() throws IOException {
        String object = "{\"key\":\"tom.png\",\"size\":9000000000,\"eTag\":\"d41d8cd98f00b204e9800998ecf8427e-3\"}";

        assertThat(readOne(Events.record("ObjectCreated:CompleteMultipartUpload", object))
                        .etag())
                .contains("d41d8cd98f00b204e9800998ecf8427e-3");
        assertThat(readOne(Events.record("ObjectCreated:Put", "{\"key\":\"a\",\"eTag\":\"\\\"abc\\\"\"}"))
                        .etag())
                .contains("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectCreated:Put",
                "ObjectCreated:Post",
                "ObjectCreated:Copy",
                "ObjectCreated:CompleteMultipartUpload",
                "s3:ObjectCreated:Put",
                "s3:ObjectTagging:Put",
                "ObjectTagging:Put"
            })
    void takesWhatWasCreatedOrTagged(String name) throws IOException {
        assertThat(readOne(Events.record(name, "{\"key\":\"a\"}")))
                .isEqualTo(new UploadEvent(
                        ObjectRef.latest("inbox", "a"),
                        Optional.empty(),
                        Optional.empty(),
                        name.contains("Tagging") ? Occasion.TAGGED : Occasion.WRITTEN,
                        Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectRemoved:Delete",
                "ObjectRemoved:DeleteMarkerCreated",
                "ObjectTagging:Delete",
                "ObjectRestore:Completed",
                "ObjectAcl:Put",
                "LifecycleExpiration:Delete",
                "s3:ObjectRemoved:Delete"
            })
    void leavesOtherEventsOut(String name) throws IOException {
        assertThat(read(Events.record(name, "{\"key\":\"a\"}"))).isEmpty();
    }

    @Test
    void readsAllRecordsInTheirOrder() throws IOException {
        String one = Events.recordOnly("ObjectCreated:Put", "{\"key\":\"1\"}");
        String two = Events.recordOnly("ObjectRemoved:Delete", "{\"key\":\"2\"}");
        String three = Events.recordOnly("ObjectTagging:Put", "{\"key\":\"3\"}");

        assertThat(read("{\"Records\":[" + one + "," + two + "," + three + "]}"))
                .extracting(upload -> upload.object().key())
                .containsExactly("1", "3");
        assertThat(read("{\"Records\":[]}")).isEmpty();
    }

    @Test
    void ignoresTheTestEvent() throws IOException {
        assertThat(read(Events.TEST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "red+hat.png         | red hat.png",
                "1%2B1%3D2.png       | 1+1=2.png",
                "a%20b.png           | a b.png",
                "a%2520b.png         | a%20b.png",
                "%C3%BC%E6%97%A5.png | ü日.png",
                "%F0%9F%98%80.png    | 😀.png",
                "ü😀.png             | ü😀.png",
                "a%26b%25c.png       | a&b%c.png",
                "/a//b/../c          | /a//b/../c",
                "%2Fa%2f             | /a/",
                "100% red.png        | 100% red.png",
                "50%.png             | 50%.png",
                "%zz                 | %zz",
                "%                   | %",
                "+                   | ' '"
            })
    void decodesKeysOnceAsFormsAre(String key, String decoded) throws IOException {
        assertThat(readOne(Events.record("ObjectCreated:Put", "{\"key\":\"" + key + "\"}"))
                        .object()
                        .key())
                .isEqualTo(decoded);
    }

    @Test
    void missesNeitherVersionNorTimeNorETag() throws IOException {
        assertNow("{\"key\":\"a\",\"versionId\":null,\"eTag\":null}");
        assertNow("{\"key\":\"a\",\"versionId\":\"\",\"eTag\":\"\"}");
        String event = Events.record("ObjectCreated:Put", "{\"key\":\"a\"}");
        assertThat(readOne(event.replace("\"eventName\"", "\"eventTime\":\"yesterday\",\"eventName\""))
                        .time())
                .isEmpty();
    }

    private static void assertNow(String object) throws IOException {
        assertThat(readOne(Events.record("ObjectCreated:Put", object)))
                .isEqualTo(UploadEvent.now(ObjectRef.latest("inbox", "a")));
    }

    @Test
    void refusesWhatTwoReadersCouldUnderstandDifferently() {
        assertUnknown(Events.record("ObjectCreated:Put", "{\"key\":\"a\",\"key\":\"b\"}"));
        assertUnknown("{\"Records\":[],\"Records\":[]}");
        String record = Events.recordOnly("ObjectCreated:Put", "{\"key\":\"a\"}");
        assertUnknown("{\"Records\":[" + record.replace("{\"name\"", "{\"name\":\"other\",\"name\"") + "]}");
    }

    @Test
    void refusesOtherEvents() {
        assertUnknown("{}");
        assertUnknown("[]");
        assertUnknown("\"s3:TestEvent\"");
        assertUnknown("{\"Event\":\"other\"}");
        assertUnknown("{\"Records\":null}");
        assertUnknown("{\"Records\":{}}");
        assertUnknown("{\"Records\":[1]}");
        assertUnknown("{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"b\"}}}");
        assertUnknown("{\"Records\":[]} {}");
    }

    @Test
    void refusesRecordsThatAreNotFromS3() {
        assertUnknown("{\"Records\":[{\"EventSource\":\"aws:sns\",\"Sns\":{\"Message\":\"{}\"}}]}");
        assertUnknown("{\"Records\":[{}]}");
        assertUnknown("{\"Records\":[{\"eventSource\":\"aws:s3\"}]}");
        assertUnknown("{\"Records\":[{\"kinesis\":{\"data\":\"\"},\"eventSource\":\"aws:kinesis\"}]}");
    }

    @Test
    void refusesRecordsThatNameNoObject() {
        assertUnknown(Events.record("ObjectCreated:Put", "{}"));
        assertUnknown(Events.record("ObjectCreated:Put", "{\"key\":\"\"}"));
        assertUnknown(Events.record("ObjectCreated:Put", "{\"key\":null}"));
        assertUnknown(Events.record("ObjectCreated:Put", "{\"key\":{\"a\":\"b\"}}"));
        assertUnknown(Events.record("ObjectCreated:Put", "[\"a\"]"));
        assertUnknown(Events.record("ObjectCreated:Put", "{\"key\":\"a\"}").replace("\"inbox\"", "\"\""));
        assertUnknown("{\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":7}]}");
    }

    private static void assertUnknown(String event) {
        assertThatThrownBy(() -> read(event)).as(event).isInstanceOf(UnknownEventException.class);
    }
}
