-- Two offices that procedures of the sample catalogue are worked by.
insert into office (code, name, position) values
    ('zei', '市税の窓口(新長田)', 220),
    ('nintei', '福祉局認定事務センター', 230);
