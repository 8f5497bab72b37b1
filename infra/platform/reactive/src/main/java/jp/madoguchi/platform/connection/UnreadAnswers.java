package jp.madoguchi.platform.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;

/** Closes a connection whose client reads nothing of what waits for it: each holds an answer, and maybe a file of the store. */
final class UnreadAnswers extends IdleStateHandler {

    UnreadAnswers(Duration unread) {
        // Bytes that leave count, also of an answer that was written long ago.
        super(true, 0, unread.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        var waiting = context.channel().unsafe().outboundBuffer();
        if (waiting != null && waiting.totalPendingWriteBytes() > 0) {
            context.close();
        }
    }
}
