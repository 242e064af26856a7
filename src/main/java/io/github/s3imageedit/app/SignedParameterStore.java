package io.github.s3imageedit.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.s3imageedit.app.SignedRequests.Answer;
import io.github.s3imageedit.app.SignedRequests.Question;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;

/**
 * SSM's {@code GetParameter} as one signed request: the SDK's module for it would add 6 MB to the package.
 *
 * <p>Source: Systems Manager API reference, "GetParameter" and "Common errors".
 */
final class SignedParameterStore implements ParameterStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonFactory JSON = new JsonFactory();

    private final AwsSettings aws;
    private final SignedRequests requests;

    SignedParameterStore(AwsSettings aws, SignedRequests requests) {
        this.aws = aws;
        this.requests = requests;
    }

    @Override
    public String read(String name) throws IOException {
        Question question = new Question(
                aws.ssmEndpoint().orElseGet(() -> AwsSettings.endpoint("ssm", aws.region())),
                aws.region(),
                "ssm",
                "1.1",
                "AmazonSSM.GetParameter",
                question(name));
        return value(requests.ask(question, PATIENCE));
    }

    private static String question(String name) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("Name", name);
            json.writeBooleanField("WithDecryption", true);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String value(Answer answer) throws IOException {
        int status = answer.status();
        if (status == 200) {
            return field(answer.body(), "Value").orElseThrow(() -> new IOException("SSM's answer holds no value"));
        }
        String type = field(answer.body(), "__type").orElse("status " + status).replaceFirst("^.*#", "");
        boolean again = status >= 500 || status == 429 || type.contains("Throttl") || type.contains("TooManyUpdates");
        if (again) {
            throw new IOException("SSM answered " + type);
        }
        throw new RefusedException("SSM answered " + type);
    }

    /** The first text of this name, on whatever level. */
    private static Optional<String> field(String body, String name) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals(name)) {
                    return Optional.ofNullable(json.nextTextValue());
                }
            }
        } catch (JacksonException quotingTheAnswer) {
            throw new IOException("SSM's answer is no JSON");
        }
        return Optional.empty();
    }
}
