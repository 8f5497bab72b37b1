-- Where a procedure can be asked for once only: what two applications for the same have in common, as a hash.
create table case_sameness (
    case_id uuid primary key references case_file (id),
    procedure_id text not null,
    key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$')
);

create index case_sameness_key on case_sameness (procedure_id, key_hash);

-- Names are found in either kana, as everywhere else.
update case_file set search_key = translate(search_key,
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
where search_key ~ '[ァ-ヶ]';
