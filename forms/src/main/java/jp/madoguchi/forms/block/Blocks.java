package jp.madoguchi.forms.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jp.madoguchi.forms.BlockId;
import jp.madoguchi.forms.definition.Block;
import jp.madoguchi.forms.file.DefinitionFile;

/**
 * The blocks there are, each in every version that forms may still be copies of.
 */
public record Blocks(List<Block> all) {

    private static final List<String> FILES = List.of("person-1", "address-1", "bank-account-1", "representative-1",
            "identity-1");

    public Blocks {
        all = List.copyOf(all);
    }

    /** Read once; versions do not change. */
    private static final class Shelf {

        static final Blocks SHIPPED = new Blocks(
                FILES.stream().map(Blocks::yaml).map(DefinitionFile::readBlockYaml).toList());
    }

    /** Those that come with the house: P, A, BK, AG and ID of the catalogue. */
    public static Blocks shipped() {
        return Shelf.SHIPPED;
    }

    public Optional<Block> find(BlockId id, int version) {
        return all.stream().filter(block -> block.id().equals(id) && block.version() == version).findFirst();
    }

    public Optional<Block> newest(BlockId id) {
        return all.stream().filter(block -> block.id().equals(id)).max(Comparator.comparingInt(Block::version));
    }

    private static String yaml(String name) {
        try (var in = Blocks.class.getResourceAsStream("/blocks/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no block file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
