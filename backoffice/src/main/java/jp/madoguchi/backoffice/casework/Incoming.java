package jp.madoguchi.backoffice.casework;

import java.util.List;

/**
 * Answers and files on their way into a case, already under seal.
 *
 * @param files that the case does not have yet
 */
record Incoming(int revision, String answers, Seal seal, List<File> files) {

    /** A file and the seal on what is said about it. */
    record File(ReceivedFile file, Seal seal) {}

    static Incoming of(int revision, String answers, List<ReceivedFile> files) {
        return new Incoming(revision, answers, Seal.on(answers), files.stream().map(file -> new File(file,
                Seal.on(Received.entry(file.question(), file.name(), file.bytes(), file.mediaType())))).toList());
    }

    /** What the event says of it. */
    Received received() {
        return new Received(revision, seal.hash(), files.stream()
                .map(each -> new Received.File(each.file().id(), each.file().sha256(), each.seal().hash())).toList());
    }
}
