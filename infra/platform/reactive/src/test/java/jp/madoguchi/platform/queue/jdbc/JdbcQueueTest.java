package jp.madoguchi.platform.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.madoguchi.platform.queue.Claimed;
import jp.madoguchi.platform.queue.DurableQueue;
import jp.madoguchi.platform.queue.DurableQueueContract;
import jp.madoguchi.testkit.Login;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcQueueTest extends DurableQueueContract {

    @Test
    void whatIsCutOffInTheMiddleIsTakenAgainAfterItsLease() {
        put("long", 1);
        assertThatThrownBy(() -> worker().work(what -> {
            throw new OutOfMemoryError("as if");
        })).isInstanceOf(OutOfMemoryError.class);

        assertThat(worker().claim(1)).isEmpty();
        pass(LEASE);
        assertThat(worker().claim(1)).hasSize(1);
    }

    @Override
    protected Worker worker(Login login, DurableQueue queue) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(login.jdbcUrl(), login.username(), login.password()));
        return new Waiting(new JdbcQueue<>(jdbc, queue, (row, number) -> row.getString("what")));
    }

    private record Waiting(JdbcQueue<String> queue) implements Worker {

        @Override
        public boolean put(Map<String, ?> columns) {
            return queue.put(columns);
        }

        @Override
        public List<Claimed<String>> claim(int most) {
            return queue.claim(most);
        }

        @Override
        public boolean done(Claimed<String> claimed) {
            return queue.done(claimed);
        }

        @Override
        public void failed(Claimed<String> claimed, Throwable why) {
            queue.failed(claimed, why);
        }

        @Override
        public long work(Consumer<String> step) {
            return queue.work(step);
        }
    }
}
