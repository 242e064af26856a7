package io.github.s3imageedit.testing.endpoint;

/** The documented error codes, in Lumenfall's and in OpenAI's spelling. */
enum ErrorCode {
    AUTHENTICATION_FAILED(401, "authentication_error", "invalid_api_key"),
    INVALID_REQUEST(400, "invalid_request_error", "invalid_request"),
    UNKNOWN_PARAMETER(400, "invalid_request_error", "unknown_parameter"),
    INVALID_MASK(400, "image_generation_user_error", "invalid_mask_image_format"),
    UNSUPPORTED_FILE(400, "invalid_request_error", "unsupported_file_mimetype"),
    LENGTH_REQUIRED(411, "invalid_request_error", "length_required"),
    REQUEST_TIMEOUT(408, "invalid_request_error", "request_timeout"),
    NOT_FOUND(404, "invalid_request_error", "not_found"),
    METHOD_NOT_ALLOWED(405, "invalid_request_error", "method_not_allowed"),
    MODEL_NOT_FOUND(404, "invalid_request_error", "model_not_found"),
    INTERNAL_ERROR(500, "server_error", "internal_error");

    private final int status;
    private final String type;
    private final String openAiSpelling;

    ErrorCode(int status, String type, String openAiSpelling) {
        this.status = status;
        this.type = type;
        this.openAiSpelling = openAiSpelling;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String spelling(Dialect dialect) {
        if (dialect.likeOpenAi()) {
            return openAiSpelling;
        }
        return switch (this) {
            // Lumenfall has one code for everything that is wrong with a request.
            case UNKNOWN_PARAMETER, INVALID_MASK, UNSUPPORTED_FILE -> INVALID_REQUEST.name();
            case AUTHENTICATION_FAILED,
                    INVALID_REQUEST,
                    LENGTH_REQUIRED,
                    REQUEST_TIMEOUT,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    MODEL_NOT_FOUND,
                    INTERNAL_ERROR -> name();
        };
    }
}
