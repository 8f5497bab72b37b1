package jp.madoguchi.forms.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads YAML 1.2 (JSON schema) without anchors: one text, one meaning, and no bombs.
 */
public final class YamlTree {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setLabel("file")
            .setAllowDuplicateKeys(true).setMaxAliasesForCollections(1)
            .setCodePointLimit(Problems.MOST_CHARACTERS + 1).build();

    private final Problems problems = new Problems();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree() {}

    /** @throws InvalidFile for what cannot be read, whatever it is */
    public static Tree read(String yaml) {
        if (yaml.length() > Problems.MOST_CHARACTERS) {
            throw Problems.one(Place.START,
                    Problems.TOO_LONG);
        }
        var reader = new YamlTree();
        var node = compose(yaml);
        reader.refuseAnchorsAndTags(yaml);
        var tree = reader.convert(node, "", 0);
        if (!reader.problems.isEmpty()) {
            throw reader.problems.invalid();
        }
        return tree;
    }

    private static Node compose(String yaml) {
        Optional<Node> node;
        try {
            node = new Compose(SETTINGS).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            throw Problems.one(place(e.getProblemMark()), YamlMistake.explain(yaml, e));
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Problems.one(Place.START, YamlMistake.unreadable(e.getMessage()));
        } catch (StackOverflowError e) {
            throw Problems.one(Place.START, Problems.TOO_DEEP);
        }
        return node.orElseThrow(() -> Problems.one(Place.START, Problems.EMPTY));
    }

    /** Also where nothing refers to them: they have no place in what is composed, so the file is looked at again. */
    private void refuseAnchorsAndTags(String yaml) {
        for (var event : new Parse(SETTINGS).parseString(yaml)) {
            var place = place(event.getStartMark());
            if (event instanceof AliasEvent alias) {
                problems.add(place, "",
                        "YAML の別名（*" + alias.getAlias() + "）は使えません。内容をそのまま書くか、「*」で始まる文なら引用符で囲んでください（\"…\"）。");
            } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                problems.add(place, "", "YAML の目印（&" + node.getAnchor().get()
                        + "）は使えません。消すか、「&」で始まる文なら引用符で囲んでください（\"…\"）。");
            }
            var tag = switch (event) {
                case ScalarEvent scalar -> scalar.getTag();
                case CollectionStartEvent collection -> collection.getTag();
                default -> Optional.<String>empty();
            };
            tag.ifPresent(found -> problems.add(place, "", "YAML のタグ（" + found
                    + "）は使えません。消すか、「!」で始まる文なら引用符で囲んでください（\"…\"）。"));
        }
    }

    private Tree convert(Node node, String path, int depth) {
        var place = place(node.getStartMark());
        if (!seen.add(node)) {
            // An alias, which was told already.
            return new Tree.Scalar(place, "", Tree.Type.NOTHING);
        }
        if (depth > Tree.MOST_DEEP) {
            problems.add(place, path, Problems.TOO_DEEP);
            return new Tree.Scalar(place, "", Tree.Type.NOTHING);
        }
        return switch (node) {
            case MappingNode mapping -> convert(mapping, place, path, depth);
            case SequenceNode sequence -> {
                var elements = new ArrayList<Tree>();
                for (var element : sequence.getValue()) {
                    elements.add(convert(element, path + "[" + elements.size() + "]", depth + 1));
                }
                yield new Tree.Sequence(place, elements);
            }
            case ScalarNode scalar -> new Tree.Scalar(place, scalar.getValue(), type(scalar.getTag()));
            default -> {
                problems.add(place, path, "文字、一覧、「項目: 値」のどれかを書いてください。");
                yield new Tree.Scalar(place, "", Tree.Type.NOTHING);
            }
        };
    }

    private Tree convert(MappingNode mapping, Place place, String path, int depth) {
        var entries = new LinkedHashMap<String, Tree>();
        var keys = new LinkedHashMap<String, Place>();
        for (var tuple : mapping.getValue()) {
            var keyPlace = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(keyPlace, path, "項目の名前（「:」の前）は、かっこなどの付かない一つの言葉にしてください。");
                continue;
            }
            var name = key.getValue();
            var value = convert(tuple.getValueNode(), path.isEmpty() ? name : path + "." + name, depth + 1);
            if (entries.putIfAbsent(name, value) != null) {
                problems.add(keyPlace, path, "「" + name + "」がここに二度書かれています。はじめは "
                        + keys.getOrDefault(name, keyPlace).line() + "行目です。どちらかを消してください。");
            }
            keys.putIfAbsent(name, keyPlace);
        }
        return new Tree.Mapping(place, entries, keys);
    }

    private static Tree.Type type(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return Tree.Type.NOTHING;
        }
        if (tag.equals(Tag.BOOL)) {
            return Tree.Type.TRUTH;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Tree.Type.NUMBER : Tree.Type.TEXT;
    }

    private static Place place(Optional<Mark> mark) {
        return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.START);
    }
}
