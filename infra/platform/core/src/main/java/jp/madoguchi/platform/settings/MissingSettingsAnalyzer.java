package jp.madoguchi.platform.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what is missing without a stack. */
final class MissingSettingsAnalyzer extends AbstractFailureAnalyzer<MissingSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MissingSettingsException cause) {
        return new FailureAnalysis("設定が足りません。 / Settings are missing:" + System.lineSeparator() + cause.getMessage(),
                "docs/operators.md に各設定の説明があります。 / Each is explained in docs/operators.md.", cause);
    }
}
