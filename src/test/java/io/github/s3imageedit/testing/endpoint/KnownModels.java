package io.github.s3imageedit.testing.endpoint;

import java.util.Set;

/** The model names that the stand-in answers to. */
final class KnownModels {
    private static final Set<String> GPT = Set.of(
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "gpt-image-1.5",
            "gpt-image-1",
            "gpt-image-1-mini",
            "chatgpt-image-latest");
    private static final Set<String> GATEWAY = Set.of(
            "gemini-3-pro-image",
            "gemini-3-pro-image-preview",
            "gemini-3.1-flash-image",
            "gemini-3.1-flash-image-preview",
            "gemini-2.5-flash-image",
            "seedream-4.5",
            "qwen-image-edit",
            "qwen-image-edit-2511",
            "flux.2-max",
            "flux.1-kontext-max",
            "flux.1-kontext-pro");
    private static final Set<String> UPSCALERS = Set.of(
            "topaz-image-upscale",
            "recraft-crisp-upscale",
            "recraft-creative-upscale",
            "clarity-upscaler",
            "crystal-upscaler",
            "real-esrgan",
            "seedvr-image-upscale",
            "aura-sr",
            "google-upscaler");
    private static final Set<String> PROVIDERS = Set.of(
            "vertex",
            "gemini",
            "openai",
            "fireworks",
            "replicate",
            "fal",
            "xai",
            "alibaba",
            "byteplus",
            "openai-compatible",
            "openrouter",
            "runaware");

    private KnownModels() {}

    static boolean knows(Dialect dialect, String model) {
        return switch (dialect) {
            // There a model is a deployment, and its owner names it.
            case AZURE, GENERIC -> true;
            case OPENAI -> isGpt(model) || model.equals("dall-e-2");
            case LUMENFALL -> isGatewayModel(model);
        };
    }

    static boolean isGpt(String model) {
        return GPT.contains(model);
    }

    private static boolean isGatewayModel(String model) {
        int slash = model.indexOf('/');
        String slug = model.substring(slash + 1);
        boolean providerIsKnown = slash < 0 || PROVIDERS.contains(model.substring(0, slash));
        return providerIsKnown && (GPT.contains(slug) || GATEWAY.contains(slug) || UPSCALERS.contains(slug));
    }
}
