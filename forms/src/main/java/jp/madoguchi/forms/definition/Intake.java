package jp.madoguchi.forms.definition;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How and when applications come in.
 *
 * @param open when the portal takes them, null for always
 * @param channels the ways that statistics count, each once, in their usual order; empty where nothing is said
 * @param due until when the law wants them
 */
public record Intake(@Nullable OpenPeriod open, List<Channel> channels, List<Due> due) {

    /** Always open, nothing counted, nothing due. */
    public static final Intake ANY_TIME = new Intake(null, List.of(), List.of());

    public Intake {
        channels = channels.stream().distinct().sorted().toList();
        due = List.copyOf(due);
    }
}
