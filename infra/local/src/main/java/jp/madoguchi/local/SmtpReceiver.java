package jp.madoguchi.local;

import java.net.Socket;
import java.time.Duration;
import java.util.Locale;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;

/** Takes the town's mail from this machine only: GreenMail's SMTP server, with the letter box in place of its mailboxes in memory. */
final class SmtpReceiver extends SmtpServer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final SmtpCommand data;

    private SmtpReceiver(LetterBox letters, int port) {
        super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new Managers());
        this.data = new KeepLetter(letters);
        setClientSocketTimeout(Math.toIntExact(TIMEOUT.toMillis()));
        setDaemon(true);
    }

    /** @throws IllegalStateException if the port is taken */
    static SmtpReceiver start(LetterBox letters, int port) {
        var receiver = new SmtpReceiver(letters, port);
        receiver.startService();
        try {
            if (!receiver.waitTillRunning(receiver.getServerSetup().getServerStartupTimeout())) {
                throw new IllegalStateException("Mail cannot be received on port " + port);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            receiver.close();
            throw new IllegalStateException("Stopped while the mail server was starting", stopped);
        }
        return receiver;
    }

    int port() {
        return getPort();
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        return new SmtpHandler(new SmtpCommandRegistry() {
            @Override
            public SmtpCommand getCommand(String name) {
                return name.toUpperCase(Locale.ROOT).equals("DATA") ? data : super.getCommand(name);
            }
        }, managers.getSmtpManager(), client);
    }

    @Override
    public void close() {
        stopService();
    }
}
