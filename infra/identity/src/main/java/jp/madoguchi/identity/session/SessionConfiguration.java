package jp.madoguchi.identity.session;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Tells Spring Session to keep JSON instead of serialised objects. */
@Configuration
class SessionConfiguration {

    /** Spring Session looks for this name. */
    @Bean
    ConversionService springSessionConversionService(List<SessionValue> values) {
        SessionJson json = new SessionJson(values);
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, json::write);
        conversion.addConverter(new Reader(json));
        return conversion;
    }

    /** What cannot be read is absent: a converter of this kind may answer null. */
    private record Reader(SessionJson json) implements GenericConverter {

        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(byte[].class, Object.class));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            return source instanceof byte[] content ? json.read(content) : null;
        }
    }

    /** Two requests of one browser may both be the first to write an attribute. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer attributesWrittenAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
