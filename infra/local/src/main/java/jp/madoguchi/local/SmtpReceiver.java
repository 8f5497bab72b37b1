package jp.madoguchi.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the town's mail (RFC 5321, the minimum implementation of its section 4.5.1) and puts each letter into the letter
 * box before saying "250": an accepted mail is a kept mail.
 */
final class SmtpReceiver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpReceiver.class);
    private static final int LONGEST_LETTER = 25 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final LetterBox letters;
    private final ServerSocket server;
    private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();

    private SmtpReceiver(LetterBox letters, ServerSocket server) {
        this.letters = letters;
        this.server = server;
    }

    static SmtpReceiver start(LetterBox letters, int port) {
        try {
            var receiver = new SmtpReceiver(letters, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("smtp").start(receiver::accept);
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException("Mail cannot be received on port " + port, e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
                sessions.execute(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("A mail connection failed", e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream());
                var out = socket.getOutputStream()) {
            say(out, "220 localhost Madoguchi local mail");
            var line = readLine(in);
            while (line.length > 0 && converse(command(line), in, out)) {
                line = readLine(in);
            }
        } catch (IOException e) {
            LOG.info("A mail connection ended early: {}", e.getMessage());
        }
    }

    /** @return whether the conversation goes on */
    private boolean converse(String command, InputStream in, OutputStream out) throws IOException {
        switch (command) {
            case "EHLO" -> say(out, "250-localhost", "250-8BITMIME", "250-SMTPUTF8", "250 SIZE " + LONGEST_LETTER);
            case "HELO", "MAIL", "RCPT", "RSET", "NOOP" -> say(out, "250 OK");
            case "VRFY" -> say(out, "252 Send and see");
            case "DATA" -> {
                say(out, "354 End with a dot on a line of its own");
                receive(in, out);
            }
            case "QUIT" -> {
                say(out, "221 Bye");
                return false;
            }
            default -> say(out, "502 Not known here");
        }
        return true;
    }

    private void receive(InputStream in, OutputStream out) throws IOException {
        var letter = new ByteArrayOutputStream();
        while (true) {
            var line = readLine(in);
            if (line.length == 0) {
                throw new IOException("The sender left in the middle of a letter");
            }
            if (isOnlyDot(line)) {
                break;
            }
            // RFC 5321 4.5.2: the sender doubles a leading dot.
            int start = line[0] == '.' ? 1 : 0;
            if (letter.size() <= LONGEST_LETTER) {
                letter.write(line, start, line.length - start);
            }
        }
        if (letter.size() > LONGEST_LETTER) {
            say(out, "552 Too long");
            return;
        }
        letters.keep(letter.toByteArray());
        say(out, "250 Kept");
    }

    private static boolean isOnlyDot(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).strip().equals(".");
    }

    private static String command(byte[] line) {
        var text = new String(line, StandardCharsets.UTF_8).strip();
        return text.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** A line with its end; empty at the end of the stream. */
    private static byte[] readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            line.write(next);
            if (next == '\n') {
                break;
            }
            next = in.read();
        }
        return line.toByteArray();
    }

    private static void say(OutputStream out, String... lines) throws IOException {
        for (var line : lines) {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sessions.shutdownNow();
        }
    }
}
