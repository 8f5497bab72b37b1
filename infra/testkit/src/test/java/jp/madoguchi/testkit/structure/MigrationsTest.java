package jp.madoguchi.testkit.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

    private final Migrations migrations = Migrations.of("0.3.0-SNAPSHOT");

    @ParameterizedTest
    @ValueSource(strings = {"create table a (id uuid primary key, b text not null unique check (b <> ''))",
            "create table a (id uuid); alter table a add constraint c unique (id); create unique index i on a (id)",
            "create unlogged table if not exists a (id uuid);\nalter table a\n  add column b text not null",
            "alter table a add column b text", "alter table a add b text default 'x, not null' not null",
            "alter table a add column b text, add column c numeric(10, 2) not null default 0",
            "alter table a add column b int not null generated always as (c + 1) stored",
            "alter table a alter column b drop not null", "alter table a alter b set default ''",
            "alter table a drop constraint c", "create index i on a (b)", "drop index i",
            "-- drop table a;\nselect 1", "/* alter table a rename to b */ select 'drop table a; truncate b'",
            "create or replace view v as select 1 as one", "comment on table a is 'append-only: rename'",
            "update a set b = 'x' where b is null", "insert into a (b) values ('drop table')"})
    void addingIsBorne(String sql) {
        assertThat(migrations.breaking(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table a", "DROP TABLE IF EXISTS a", "drop view v", "drop function f()", "truncate a",
            "drop trigger t on a",
            "alter table a drop column b", "alter table a drop b",
            "alter table a drop column if exists b, add column c text",
            "alter table a rename to b", "alter table a rename column b to c", "alter table a rename b to c",
            "alter index i rename to j", "alter table a alter column b type bigint",
            "alter table a alter b set data type text", "alter table only a alter column b set not null",
            "alter table a alter column b drop default", "alter table a add column b text not null",
            "alter table a\n    add column c text,\n    add column b text\n    not null",
            "alter table a add b text unique",
            "alter table a add constraint c check (b > 0)", "alter table a add unique (b)",
            "alter table a add foreign key (b) references c (id)", "create unique index i on a (b)",
            "create unique index concurrently if not exists i on only a (b)", "revoke select on a from b",
            "create table b (id uuid); alter table a drop column c",
            "do $$ begin alter table a drop column b; end $$"})
    void whatTheReleaseBeforeMayMissIsRefused(String sql) {
        assertThat(migrations.breaking(sql)).hasSize(1);
    }

    @Test
    void aCheckMayComeToAllowMore() {
        var sql = "%s\nalter table a drop constraint %s;\nalter table a add constraint c check (b in ('x', 'y'))";
        assertThat(migrations.breaking(sql.formatted("-- widens: c", "c"))).isEmpty();
        assertThat(migrations.breaking(sql.formatted("-- widens: d", "c"))).as("another is named").hasSize(1);
        assertThat(migrations.breaking(sql.formatted("-- widens: c", "d"))).as("it was not there before").hasSize(1);
        assertThat(migrations.breaking(sql.formatted("", "c"))).as("nobody says so").hasSize(1);
        assertThat(migrations.breaking(sql.formatted("-- widens: c", "c") + "; drop table b")).as("only that")
                .hasSize(1);
    }

    @Test
    void aLaterReleaseMayTakeAwayWhatOneBeforeItNoLongerUsed() {
        var sql = "-- contract: unused since release %s\ndrop table a;\nalter table b drop column c;";
        assertThat(migrations.breaking(sql.formatted("0.2.0"))).isEmpty();
        assertThat(migrations.breaking(sql.formatted("0.2"))).isEmpty();
        assertThat(migrations.breaking(sql.formatted("0.3.0"))).as("of the same release").hasSize(1);
        assertThat(migrations.breaking(sql.formatted("0.10.0"))).as("of one to come").hasSize(1);
        assertThat(migrations.breaking("-- contract: it is time\ndrop table a")).as("no release named").hasSize(1);
    }

    @Test
    void onlyWhatIsNewerThanTheBaselineIsLookedAt(@TempDir Path folder) throws IOException {
        for (var name : new String[]{"V9__a.sql", "V0_300__a.sql", "V300__a.sql", "afterMigrate__rights.sql"}) {
            Files.writeString(folder.resolve(name), "drop table a");
        }
        assertThat(migrations.breaking(folder, "300")).isEmpty();
        Files.writeString(folder.resolve("V301__b.sql"), "drop table a;");
        Files.writeString(folder.resolve("V300_1__c.sql"), "alter table b rename to c;");
        assertThat(migrations.breaking(folder, "300")).containsExactly("V300_1__c.sql: alter table b rename to c",
                "V301__b.sql: drop table a");
    }

    @Test
    void knowsTheVersionOfThisProject() {
        assertThat(Migrations.ofThisProject().breaking("-- contract: unused since release 999\ndrop table a"))
                .singleElement().asString().startsWith("contract of release 999 in release ");
    }
}
