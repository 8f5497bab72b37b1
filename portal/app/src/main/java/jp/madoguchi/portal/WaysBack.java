package jp.madoguchi.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jp.madoguchi.platform.pagekit.NavItem;
import jp.madoguchi.platform.problem.Problem;
import jp.madoguchi.portal.wording.Wording;

/**
 * Where a page that tells of a problem leads back to, by the address that was asked for. Only to what this address names itself: a
 * page that is not for this visitor says the same as one that is not there.
 */
final class WaysBack {

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern DRAFT = Pattern.compile("(/applications/" + ID + ")(/.*)?");
    private static final Pattern HANDED_IN = Pattern.compile("(/tracking/" + ID + ")(/.*)?");
    private static final Pattern PROCEDURE = Pattern.compile("(/procedures/[a-z0-9-]+)(/.*)?");
    /** Secrets of mails, and pages whose form posts to their own address. */
    private static final Pattern LINK = Pattern.compile("/(?:track|corrections|word|resume|errands)/[^/]+");
    private static final Pattern OWN_FORM = Pattern.compile(LINK.pattern()
            + "|/tracking|/tracking/mail|/account/profile|/applications/" + ID + "/(?:later|errands/[^/]+)|/tracking/"
            + ID
            + "/withdraw");
    private static final Pattern OF_APPLICATION = Pattern
            .compile("/(?:track|corrections|word|tracking|account/tracking)/.*");
    /** The page is there, and stays where it was. */
    private static final Set<Integer> STAYS = Set.of(400, 409, 413, 415, 422, 429, 503);
    /** What these name is not for this visitor, or not there any more. */
    private static final Set<String> NOT_HERE = Set.of("no-such-draft", "no-such-application", "draft-expired",
            "draft-moved", "correction-expired");

    private final Problem problem;
    private final String path;
    private final Wording wording;
    private final boolean signedIn;
    private final List<NavItem> ways = new ArrayList<>();

    private WaysBack(Problem problem, String path, Wording wording, boolean signedIn) {
        this.problem = problem;
        this.path = path;
        this.wording = wording;
        this.signedIn = signedIn;
    }

    static List<NavItem> of(Problem problem, String path, String language, boolean signedIn) {
        var back = new WaysBack(problem, path, Wording.in(language), signedIn);
        back.find();
        return List.copyOf(back.ways);
    }

    private void find() {
        boolean stays = STAYS.contains(problem.status());
        boolean missing = problem.status() == 404 || problem.status() == 410;
        boolean here = !NOT_HERE.contains(problem.code());
        var draft = DRAFT.matcher(path);
        var handedIn = HANDED_IN.matcher(path);
        var procedure = PROCEDURE.matcher(path);
        if (stays && OWN_FORM.matcher(path).matches()) {
            way("problem.back.page", path);
        }
        if (draft.matches() && draft.group(2) != null && here && (stays || missing)) {
            boolean atTheEnd = draft.group(2).equals("/submission") || draft.group(2).equals("/review");
            way(atTheEnd ? "problem.back.review" : "problem.back.draft", draft.group(1) + (atTheEnd ? "/review" : ""));
        } else if (handedIn.matches() && handedIn.group(2) != null && here && (stays || missing)) {
            way("problem.back", handedIn.group(1));
        } else if (procedure.matches() && (stays || missing && procedure.group(2) != null)
                && !problem.code().equals("no-such-procedure")) {
            way("problem.back.procedure", procedure.group(1));
        } else if (path.startsWith("/account/") && signedIn) {
            way("mine.title", "/account");
        }
        if (OF_APPLICATION.matcher(path).matches() && missing && !problem.code().equals("account-closed")
                || problem.code().equals("correction-expired")) {
            lost();
        } else if (path.startsWith("/applications/") && !here || path.startsWith("/resume/") && missing) {
            if (signedIn) {
                way("mine.title", "/account");
            }
            way("list.title", "/procedures");
        } else if (path.startsWith("/procedures/") && missing) {
            way("list.title", "/procedures");
        } else if (path.startsWith("/about/") && missing) {
            way("nav.help", "/about/help");
        }
    }

    /** To what was handed in, by its number and word or by a new mail. */
    private void lost() {
        if (signedIn) {
            way("mine.title", "/account");
        }
        way("find.title", "/tracking");
        way("again.title", "/tracking/mail");
    }

    private void way(String words, String address) {
        ways.add(new NavItem(wording.text(words), address));
    }
}
