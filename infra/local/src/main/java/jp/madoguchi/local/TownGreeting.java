package jp.madoguchi.local;

/** What the person who starts the town reads, in Japanese and English. */
final class TownGreeting {

    private TownGreeting() {}

    static String starting(TownSettings settings) {
        return """

                Madoguchi ローカルタウンを起動しています(初回は1分ほどかかります)… / Starting the local town…
                  データ / data  %s
                  ログ / log     %s
                """.formatted(settings.dataDir(), settings.logFile());
    }

    static String ready(TownSettings settings) {
        return """
                ────────────────────────────────────────────────────────────
                 起動しました / The town is ready

                 市民ポータル / portal          %s
                 職員用 / back office           %s
                 ログイン / identity            %s
                 メール / mailbox of all mail   %s

                 デモ用アカウント(パスワードはすべて madoguchi-demo)/ demo accounts (password madoguchi-demo)
                   市民 / residents   hanako@example.jp  神戸 花子    taro@example.jp  髙橋 太郎
                   審査 / clerks      chuo-clerk1  chuo-clerk2(中央区)  nada-clerk1(灘区)  center-clerk(行政事務センター)
                                      eisei-clerk(衛生監視事務所)  zei-clerk(市税の窓口)  nintei-clerk(認定事務センター)
                   決裁 / approvers   chuo-chief  nada-chief  center-chief  eisei-chief  zei-chief  nintei-chief
                   そのほか / others  designer(こども家庭局)  reform(業務改革課)  auditor  admin

                 見本データ:住民・職員・約1,000種の手続きと件数・申請はすべて架空です(実在の市のものではありません)。
                 Sample data: all residents, staff, applications and the inventory of about 1,000 procedures with
                 its yearly counts are made up.

                 終了は Ctrl-C。データは次の起動まで残ります。 / Ctrl-C stops everything; the data stays.
                ────────────────────────────────────────────────────────────
                """.formatted(settings.portalUrl(), settings.backofficeUrl(), settings.identityUrl(),
                settings.mailboxUrl());
    }

    static String stopping() {
        return "終了しています… / Stopping…";
    }

    static String stoppedHalfWay() {
        return "起動の途中で終了しました。 / Stopped before it was ready.";
    }

    static String programFailed(Throwable failure) {
        return "起動できませんでした。 / The town did not start: " + failure.getMessage();
    }

    static String failed(Throwable failure) {
        var root = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return "起動できませんでした。くわしくはログをご覧ください。 / The town did not start; the log tells more: " + failure.getMessage()
                + (root == failure ? "" : " (" + root + ")");
    }
}
