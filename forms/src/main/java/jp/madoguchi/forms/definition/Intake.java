package jp.madoguchi.forms.definition;

import java.util.List;

import jp.madoguchi.forms.QuestionId;

import org.jspecify.annotations.Nullable;

/**
 * How and when applications come in.
 *
 * @param open when the portal takes them, null for always
 * @param channels the ways that statistics count, each once, in their usual order; empty where nothing is said
 * @param due until when the law wants them
 * @param oncePer the questions that together say for whom or what it is asked, where it can be asked only once; empty where it
 *     can be asked again
 */
public record Intake(@Nullable OpenPeriod open, List<Channel> channels, List<Due> due, List<QuestionId> oncePer) {

    /** Always open, nothing counted, nothing due, as often as wanted. */
    public static final Intake ANY_TIME = new Intake(null, List.of(), List.of(), List.of());

    public Intake {
        channels = channels.stream().distinct().sorted().toList();
        due = List.copyOf(due);
        oncePer = List.copyOf(oncePer);
    }
}
