package io.github.s3imageedit.job;

/**
 * Why an upload cannot be edited, in words for whoever uploaded it.
 *
 * @param code for programs, stable
 * @param message what was expected and what was found
 * @param hint what to do
 */
public record Fault(String code, String message, String hint) {
    private static final String MISSPELT_PROMPT = "misspelt_prompt";
    private static final int MAX_QUOTED = 60;

    static Fault misspeltPrompt(String found) {
        return new Fault(
                MISSPELT_PROMPT,
                "The upload has no tag \"prompt\", but one named \"" + quoted(found) + "\".",
                "Rename the tag to \"prompt\".");
    }

    boolean isMisspelling() {
        return code.equals(MISSPELT_PROMPT);
    }

    static Fault badParameter(String name, String expected, String found) {
        return new Fault(
                "bad_parameter",
                "\"" + name + "\" must be " + expected + ", but is \"" + quoted(found) + "\".",
                "Correct the tag \"" + name + "\", or remove it.");
    }

    private static String quoted(String value) {
        String visible = value.replaceAll("\\p{Cc}", "\ufffd");
        return visible.length() <= MAX_QUOTED
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, MAX_QUOTED / 2)) + "…";
    }
}
