-- The codes are those of the staff claims and of the routing of procedures.
create table office (
    code text primary key check (code ~ '^[a-z][a-z0-9-]{0,31}$'),
    name text not null,
    position int not null default 100
);

insert into office (code, name, position) values
    ('higashinada', '東灘区役所', 10),
    ('nada', '灘区役所', 20),
    ('chuo', '中央区役所', 30),
    ('hyogo', '兵庫区役所', 40),
    ('kita', '北区役所', 50),
    ('kitajinku', '北神区役所', 55),
    ('nagata', '長田区役所', 60),
    ('suma', '須磨区役所', 70),
    ('kitasuma', '北須磨支所', 75),
    ('tarumi', '垂水区役所', 80),
    ('nishi', '西区役所', 90),
    ('tamatsu', '玉津支所', 95),
    ('center', '行政事務センター', 200),
    ('eisei', '健康局衛生監視事務所', 210),
    ('kodomo', 'こども家庭局', 300),
    ('gyomukaikaku', '業務改革課', 310);
