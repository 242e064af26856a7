package io.github.s3imageedit.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;

/** Events as Lambda's own client binds them to the classes of {@code aws-lambda-java-events}. */
final class Bound {
    private Bound() {}

    static <T> T as(Class<T> type, String event) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(event.getBytes(UTF_8));
        return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
                ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
                        .fromJson(bytes)
                : JacksonFactory.getInstance().getSerializer(type).fromJson(bytes);
    }
}
