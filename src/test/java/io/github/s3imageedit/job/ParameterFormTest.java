package io.github.s3imageedit.job;

import static io.github.s3imageedit.job.Uploads.wish;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of every parameter's value: what holds for every model, and no more. */
class ParameterFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "n=1",
                "n=9",
                "n=10",
                "n= 4 ",
                "size=1024x1024",
                "size=1x1",
                "size=16:9",
                "size=auto",
                "size=10000x99999",
                "aspect_ratio=16:9",
                "aspect_ratio=1:1",
                "aspect_ratio=auto",
                "resolution=4K",
                "quality=high",
                "scale_factor=2",
                "scale_factor=1.5",
                "scale_factor=0.5",
                "scale_factor=.5",
                "scale_factor=4.0",
                "scale_factor=16",
                "response_format=url",
                "response_format=b64_json",
                "output_format=png",
                "output_format=jpeg",
                "output_format=webp",
                "output_compression=0",
                "output_compression=85",
                "output_compression=100",
                "background=transparent",
                "background=opaque",
                "background=auto",
                "moderation=low",
                "moderation=auto",
                "input_fidelity=high",
                "input_fidelity=low",
                "style=vivid",
                "seed=0",
                "seed=42",
                "seed=-7",
                "seed=4294967296",
                "negative_prompt=no text",
                "user=tom@example.org",
                "model=gemini-3-pro-image",
                "model=gpt-image-2",
                "model=flux.1-kontext-max/fal",
                "model=vertex/gemini-3-pro-image",
                "model=any name that a gateway may have",
                "guidance_scale=whatever"
            })
    void takes(String tag) {
        String name = tag.substring(0, tag.indexOf('='));
        Wish wish = wish("prompt=add a hat", tag);

        assertThat(wish.fault()).isEmpty();
        assertThat(wish.warnings()).isEmpty();
        assertThat(wish.parameters().value(name))
                .contains(tag.substring(name.length() + 1).strip());
    }

    @Test
    void refusesCounts() {
        for (String value : new String[] {
            "0", "11", "two", "01", "1.0", "-1", "+1", "1e0", "1,2", "100", "٢", "２", "¹", "0x1", "1 0"
        }) {
            assertRefused("n=" + value, "a whole number from 1 to 10");
        }
    }

    @Test
    void refusesSizes() {
        for (String value : new String[] {
            "huge",
            "0x10",
            "10x0",
            "1024",
            "1024x",
            "x1024",
            "1024X1024",
            "1024×1024",
            "1024 x 1024",
            "-1x5",
            "16:0",
            "0:9",
            "16/9",
            "1.5:1",
            "Auto",
            "123456x1",
            "１０x１０"
        }) {
            assertRefused("size=" + value, "1024x1536");
        }
        assertRefused("aspect_ratio=1024x768", "16:9");
        assertRefused("aspect_ratio=wide", "16:9");
    }

    @Test
    void refusesScaleFactors() {
        for (String value : new String[] {
            "0",
            "0.0",
            "00",
            ".0",
            ".",
            "1.",
            "-1",
            "+2",
            "1e3",
            "NaN",
            "Infinity",
            "2x",
            "two",
            "1,5",
            "½",
            "２",
            "0x2",
            "1.5.2",
            "1_0"
        }) {
            assertRefused("scale_factor=" + value, "a number above 0");
        }
    }

    @Test
    void refusesOtherValues() {
        assertRefused("response_format=base64", "url or b64_json");
        assertRefused("response_format=URL", "url or b64_json");
        assertRefused("output_format=jpg", "png, jpeg");
        assertRefused("output_format=bmp", "png, jpeg");
        assertRefused("output_compression=101", "0 to 100");
        assertRefused("output_compression=-1", "0 to 100");
        assertRefused("output_compression=50%", "0 to 100");
        assertRefused("background=red", "transparent, opaque or auto");
        assertRefused("moderation=off", "low or auto");
        assertRefused("input_fidelity=medium", "high or low");
        assertRefused("seed=1.5", "a whole number");
        assertRefused("seed=lucky", "a whole number");
        assertRefused("seed=12345678901234567890", "a whole number");
    }

    @Test
    void refusesSeveralLinesWhereOneIsMeant() {
        for (String name : new String[] {"model", "resolution", "quality", "style", "user"}) {
            Fault fault = assertRefused(name + "=a\r\nX-Evil: b", "");
            assertThat(fault.message()).doesNotContain("\r").doesNotContain("\n");
        }
    }

    @Test
    void takesLinesAndQuotesInPrompts() {
        String words = "add \"a hat\"\r\n--boundary\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n10";
        Wish wish = wish("prompt=" + words, "negative_prompt=a\nb");

        assertThat(wish.fault()).isEmpty();
        assertThat(wish.parameters().value("prompt")).contains(words);
        assertThat(wish.parameters().value("n")).isEmpty();
    }

    @Test
    void quotesLongValuesInPart() {
        Fault fault = assertRefused("size=" + "😀".repeat(100), "");

        assertThat(fault.message()).hasSizeLessThan(250).contains("😀…");
    }

    @Test
    void refusesTheFirstOfSeveralByName() {
        assertThat(wish("prompt=x", "size=huge", "n=0").fault().orElseThrow().message())
                .contains("\"n\"");
    }

    @Test
    void countsOnePictureWhereTheNumberCannotBeRead() {
        assertThat(wish("prompt=x", "n=4").parameters().count()).isEqualTo(4);
        assertThat(wish("prompt=x", "n=10").parameters().count()).isEqualTo(10);
        assertThat(wish("prompt=x").parameters().count()).isEqualTo(1);
        assertThat(wish("prompt=x", "n=two").parameters().count()).isEqualTo(1);
    }

    private static Fault assertRefused(String tag, String expected) {
        String name = tag.substring(0, tag.indexOf('='));
        Fault fault = wish("prompt=add a hat", tag).fault().orElseThrow(() -> new AssertionError("took " + tag));
        assertThat(fault.code()).as(tag).isEqualTo("bad_parameter");
        assertThat(fault.message())
                .as(tag)
                .startsWith("\"" + name + "\" must be ")
                .contains(expected);
        assertThat(fault.hint()).as(tag).contains("\"" + name + "\"");
        return fault;
    }
}
