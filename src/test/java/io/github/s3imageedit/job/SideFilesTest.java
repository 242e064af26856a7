package io.github.s3imageedit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SideFilesTest {
    private static ObjectRef object(String key) {
        return ObjectRef.latest("inbox", key);
    }

    @ParameterizedTest
    @CsvSource({
        "cats/tom.png.mask.png, cats/tom.png",
        "cats/tom.png.edit.json, cats/tom.png",
        "cats/tom.png.prompt.txt, cats/tom.png",
        "tom.mask.png, tom",
        "a//b c+d%.mask.png, a//b c+d%"
    })
    void belongsToThePictureBesideIt(String sideFile, String picture) {
        assertThat(SideFiles.isSideFile(object(sideFile))).isTrue();
        assertThat(SideFiles.pictureOf(object(sideFile))).contains(object(picture));
    }

    @ParameterizedTest
    @ValueSource(strings = {".mask.png", ".edit.json", ".prompt.txt", "cats/.edit.json", "cats/.mask.png"})
    void aFoldersOwnBelongsToNoPicture(String key) {
        assertThat(SideFiles.isSideFile(object(key))).isTrue();
        assertThat(SideFiles.pictureOf(object(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom.png.mask.png.prompt.txt", "tom.png.mask.png.mask.png", "tom.png.edit.json.prompt.txt"})
    void aSideFileIsNeverThePictureOfAnother(String key) {
        assertThat(SideFiles.pictureOf(object(key))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cats/tom.png", "mask.png", "edit.json", "tom.mask.PNG", "tom.mask.png.bak", "tom.prompt.txt/"})
    void everythingElseIsNone(String key) {
        assertThat(SideFiles.isSideFile(object(key))).isFalse();
        assertThat(SideFiles.pictureOf(object(key))).isEmpty();
    }

    @Test
    void aSideFileOfAVersionBelongsToTheLatestPicture() {
        ObjectRef version = new ObjectRef("inbox", "tom.png.mask.png", Optional.of("v7"));

        assertThat(SideFiles.pictureOf(version)).contains(object("tom.png"));
        assertThat(SideFiles.maskKey("tom.png")).isEqualTo("tom.png.mask.png");
    }

    @Test
    void namesAnObjectWithoutForgingALogLine() {
        assertThat(object("a\r\nERROR all lost\u001b[0m")).hasToString("s3://inbox/a��ERROR all lost�[0m");
        assertThat(object("/a//../ü😀")).hasToString("s3://inbox//a//../ü😀");
        assertThatThrownBy(() -> object("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ObjectRef.latest(" ", "a")).isInstanceOf(IllegalArgumentException.class);
    }
}
