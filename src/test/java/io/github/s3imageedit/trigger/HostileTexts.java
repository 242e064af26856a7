package io.github.s3imageedit.trigger;

import java.util.random.RandomGenerator;

/** What nobody in his right mind writes into an event. */
final class HostileTexts {
    private static final String[] TEXTS = {
        "",
        " ",
        "\u0000",
        "\r\n",
        "\u001b[31m",
        "\ud800",
        "a\udc00b",
        "\ud83d\ude00",
        "\ufeff",
        "\ufffd",
        "\u202e",
        "\uffff",
        "%",
        "%%",
        "%4",
        "%zz",
        "%+1",
        "%\uff11\uff12",
        "%EF%BF%BD",
        "%C3%28",
        "%ED%A0%80",
        "%c0%80",
        "%00",
        "%2",
        "%u0041",
        "+",
        "%2B",
        "%252B",
        "a%20b+c",
        "../../etc/passwd",
        "//",
        "/",
        "gone.png",
        "busy.png",
        "x.mask.png",
        ".mask.png",
        "a.edit.json",
        ":",
        "::::",
        "arn:aws:s3:::",
        "arn:aws:s3:::other",
        "arn:aws:sqs:eu-central-1:123456789012:uploads.fifo",
        "null",
        "true",
        "NaN",
        "{}",
        "[]",
        "{",
        "\"",
        "\\",
        "\\u0000",
        "{\"Records\":[]}",
        "{\"Records\":[{}]}",
        "{\"Event\":\"s3:TestEvent\"}",
        "aws:s3",
        "aws:sqs",
        "aws:sns",
        "aws.s3",
        "aws:kinesis",
        "Notification",
        "ObjectCreated:",
        "s3:s3:ObjectCreated:Put",
        "ObjectTagging:Put",
        "ObjectTagging:Delete",
        "Object Created",
        "Object Tags Added",
        "Object Deleted",
        "1.0",
        "2.0",
        "3.0",
        "0",
        "-1",
        "999999999",
        "2147483648",
        "1e9",
        "1970-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z",
        "-1000000000-01-01T00:00:00Z",
        "2026-02-30T00:00:00Z",
        "\"quoted\"",
        "\"\"",
        "s3://inbox/x",
        "inbox",
        "outbox",
        "handle-1",
        "m-1",
        "t-1"
    };
    /** As they are to stand in JSON, which they may break. */
    private static final String[] RAW = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.0",
        "2.0",
        "-1",
        "1e309",
        "1e-9999999999",
        "123456789012345678901234567890",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\\udc00\\ud800\"",
        "\"\\u00e9\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"tab\there\"",
        "NaN",
        "Infinity",
        "-",
        "01",
        "1.",
        "tru",
        "'single'",
        "/* no */ 1",
        "\"open",
        "",
        ",",
        "}",
        "]",
        "{}",
        "[]",
        "[[]]",
        "[{}]",
        "[null]",
        "{\"a\":1,\"a\":2}",
        "{\"\":{}}",
        "{\"s3\":{\"object\":{\"key\":\"deep.png\"}}}"
    };

    private HostileTexts() {}

    static String text(RandomGenerator random) {
        return switch (random.nextInt(24)) {
            case 0 -> repeated(random);
            case 1, 2 -> codePoints(random);
            case 3 -> TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
            default -> TEXTS[random.nextInt(TEXTS.length)];
        };
    }

    static String raw(RandomGenerator random) {
        return switch (random.nextInt(60)) {
            case 0 -> "[".repeat(random.nextInt(1, 3000));
            case 1 -> "{\"a\":".repeat(random.nextInt(1, 1500));
            case 2 -> nested(random.nextInt(1, 1200));
            case 3 -> "9".repeat(random.nextInt(1, 2000));
            default -> RAW[random.nextInt(RAW.length)];
        };
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    /** Mostly about as long as a key may be. */
    private static String repeated(RandomGenerator random) {
        String text = TEXTS[random.nextInt(TEXTS.length)];
        return text.repeat(random.nextInt(200) == 0 ? 20_000 : random.nextInt(1, 1100));
    }

    private static String codePoints(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(1, 20); left > 0; left--) {
            text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1));
        }
        return text.toString();
    }
}
