-- How an office signs its papers. The mark stands in document numbers (令7ま中第123号): unique, so that no two offices count one run.
create table office_paper (
    office text primary key references office (code),
    mark text not null unique check (mark ~ '^[^0-9第号 ]{1,8}$'),
    section text not null default '',
    phone text not null default ''
);

insert into office_paper (office, mark)
select code, case code
    when 'higashinada' then 'ま東灘' when 'nada' then 'ま灘' when 'chuo' then 'ま中' when 'hyogo' then 'ま兵'
    when 'kita' then 'ま北' when 'kitajinku' then 'ま北神' when 'nagata' then 'ま長' when 'suma' then 'ま須'
    when 'kitasuma' then 'ま北須' when 'tarumi' then 'ま垂' when 'nishi' then 'ま西' when 'tamatsu' then 'ま玉'
    when 'center' then 'ま行セ' when 'eisei' then 'ま衛監' when 'kodomo' then 'まこ家' when 'gyomukaikaku' then 'ま業改'
    when 'zei' then 'ま市税' when 'nintei' then 'ま介認' end
from office
where code in ('higashinada', 'nada', 'chuo', 'hyogo', 'kita', 'kitajinku', 'nagata', 'suma', 'kitasuma', 'tarumi', 'nishi',
    'tamatsu', 'center', 'eisei', 'kodomo', 'gyomukaikaku', 'zei', 'nintei');
