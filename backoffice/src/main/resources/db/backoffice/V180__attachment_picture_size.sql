-- Width and height in pixels, read when it was taken over; 0 where they could not be read, null for what is no picture and what came before.
-- A small file can unpack to a picture that no computer draws.
alter table case_attachment
    add column width bigint check (width >= 0),
    add column height bigint check (height >= 0);
